;; Records of a delimited text, sixteen bytes at a look. `node scripts/scan-records.mjs` makes
;; scan-records.wasm.ts of it; who uses it and where everything stands says record-scanner.ts.
(module
  (import "own" "memory" (memory 1 65536 shared))

  ;; Whether a byte of [$from, $to) is NUL. What stands up to fifteen bytes behind is looked at.
  (func $holdsNul (export "holdsNul") (param $at i32) (param $to i32) (result i32)
    (local $nul v128)
    (local.set $nul (i8x16.splat (i32.const 0)))
    (block $end
      (loop $more
        (br_if $end (i32.ge_u (local.get $at) (local.get $to)))
        (if (v128.any_true (i8x16.eq (v128.load (local.get $at)) (local.get $nul)))
          (then (return (i32.const 1))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $more)))
    (i32.const 0))

  ;; Where the first byte from $at on stands that is $byte or ends a line.
  (func $find (param $at i32) (param $byte v128) (param $lf v128) (param $cr v128) (result i32)
    (local $look v128) (local $found i32)
    (loop $more
      (local.set $look (v128.load (local.get $at)))
      (local.set $found
        (i8x16.bitmask
          (v128.or
            (i8x16.eq (local.get $look) (local.get $byte))
            (v128.or
              (i8x16.eq (local.get $look) (local.get $lf))
              (i8x16.eq (local.get $look) (local.get $cr))))))
      (if (local.get $found)
        (then (return (i32.add (local.get $at) (i32.ctz (local.get $found))))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br $more))
    (unreachable))

  ;; All bits of the first $length bytes of eight; $length is 1 to 7.
  (func $mask (param $length i32) (result i64)
    (i64.shr_u
      (i64.const -1)
      (i64.extend_i32_u
        (i32.sub (i32.const 64) (i32.shl (local.get $length) (i32.const 3))))))

  ;; What stands up to fifteen bytes behind the two is looked at, too.
  (func $isSame (param $one i32) (param $other i32) (param $length i32) (result i32)
    (block $rest
      (loop $more
        (br_if $rest (i32.le_u (local.get $length) (i32.const 16)))
        (if (i32.ne
              (i8x16.bitmask
                (i8x16.eq (v128.load (local.get $one)) (v128.load (local.get $other))))
              (i32.const 0xffff))
          (then (return (i32.const 0))))
        (local.set $one (i32.add (local.get $one) (i32.const 16)))
        (local.set $other (i32.add (local.get $other) (i32.const 16)))
        (local.set $length (i32.sub (local.get $length) (i32.const 16)))
        (br $more)))
    (i32.eqz
      (i32.and
        (i32.xor
          (i8x16.bitmask
            (i8x16.eq (v128.load (local.get $one)) (v128.load (local.get $other))))
          (i32.const 0xffff))
        (i32.sub (i32.shl (i32.const 1) (local.get $length)) (i32.const 1)))))

  (func $hash (param $at i32) (param $length i32) (result i32)
    (local $hash i64) (local $last i32)
    (local.set $hash (i64.extend_i32_u (local.get $length)))
    (if (i32.lt_u (local.get $length) (i32.const 8))
      (then
        (local.set $hash
          (i64.xor
            (local.get $hash)
            (i64.mul
              (i64.and (i64.load (local.get $at)) (call $mask (local.get $length)))
              (i64.const 0x9e3779b97f4a7c15)))))
      (else
        (local.set $last (i32.add (local.get $at) (i32.sub (local.get $length) (i32.const 8))))
        (block $end
          (loop $more
            (br_if $end (i32.ge_u (local.get $at) (local.get $last)))
            (local.set $hash
              (i64.mul
                (i64.xor (local.get $hash) (i64.load (local.get $at)))
                (i64.const 0x9e3779b97f4a7c15)))
            (local.set $hash
              (i64.xor (local.get $hash) (i64.shr_u (local.get $hash) (i64.const 29))))
            (local.set $at (i32.add (local.get $at) (i32.const 8)))
            (br $more)))
        (local.set $hash
          (i64.mul
            (i64.xor (local.get $hash) (i64.load (local.get $last)))
            (i64.const 0x9e3779b97f4a7c15)))))
    (i32.wrap_i64
      (i64.xor
        (i64.shr_u (i64.mul (local.get $hash) (i64.const 0xbf58476d1ce4e5b9)) (i64.const 32))
        (i64.shr_u (local.get $hash) (i64.const 16)))))

  ;; The code of a text in a column: of one that is known, or a new one.
  (func $code (param $column i32) (param $at i32) (param $length i32) (result i32)
    (local $code i32) (local $hash i32) (local $slot i32) (local $slots i32) (local $entry i32)
    (local.set $hash (call $hash (local.get $at) (local.get $length)))
    (local.set $slot (local.get $hash))
    (local.set $slots (i32.load offset=24 (local.get $column)))
    (block $known
      (loop $next
        (local.set $slot (i32.and (local.get $slot) (i32.const 0x1ffff)))
        (local.set $code
          (i32.load
            (i32.add (local.get $slots) (i32.shl (local.get $slot) (i32.const 2)))))
        (if (local.get $code)
          (then
            (local.set $entry
              (i32.add
                (i32.load offset=28 (local.get $column))
                (i32.mul (local.get $code) (i32.const 12))))
            (if (i32.eq (i32.load offset=8 (local.get $entry)) (local.get $hash))
              (then
                (if (i32.eq (i32.load offset=4 (local.get $entry)) (local.get $length))
                  (then
                    (br_if $known
                      (call $isSame
                        (i32.load (local.get $entry))
                        (local.get $at)
                        (local.get $length)))))))
            (local.set $slot (i32.add (local.get $slot) (i32.const 1)))
            (br $next))))
      (local.set $code (i32.load offset=4 (local.get $column)))
      (i32.store offset=4 (local.get $column) (i32.add (local.get $code) (i32.const 1)))
      (i32.store
        (i32.add (local.get $slots) (i32.shl (local.get $slot) (i32.const 2)))
        (local.get $code))
      (local.set $entry
        (i32.add
          (i32.load offset=28 (local.get $column))
          (i32.mul (local.get $code) (i32.const 12))))
      (i32.store (local.get $entry) (local.get $at))
      (i32.store offset=4 (local.get $entry) (local.get $length))
      (i32.store offset=8 (local.get $entry) (local.get $hash)))
    (i32.store offset=8 (local.get $column) (local.get $at))
    (i32.store offset=12 (local.get $column) (local.get $length))
    (i32.store offset=16 (local.get $column) (local.get $code))
    (local.get $code))

  ;; Reads records from $at until one ends at $until or behind, or as many as there is room for;
  ;; returns where the next begins. Stops before a record that it cannot read: $area then says so.
  (func $scan (export "scan")
    (param $at i32) (param $until i32) (param $area i32) (param $delimiter i32) (result i32)
    (local $row i32) (local $next i32) (local $column i32) (local $end i32) (local $byte i32)
    (local $most i32) (local $stuck i32) (local $start i32) (local $length i32) (local $found i32)
    (local $code i32) (local $out i32) (local $quoted i32)
    (local $look v128) (local $ends v128)
    (local $stops v128) (local $quotes v128) (local $lf v128) (local $cr v128)
    (local.set $stops (i8x16.splat (local.get $delimiter)))
    (local.set $quotes (i8x16.splat (i32.const 34)))
    (local.set $lf (i8x16.splat (i32.const 10)))
    (local.set $cr (i8x16.splat (i32.const 13)))
    (local.set $most (i32.load offset=8 (local.get $area)))
    (local.set $stuck (i32.const 1))
    (block $done
      (loop $record
        (if (i32.or
              (i32.ge_u (local.get $at) (local.get $until))
              (i32.eq (local.get $row) (i32.const 4096)))
          (then
            (local.set $stuck (i32.const 0))
            (br $done)))
        (local.set $next (local.get $at))
        (local.set $column (i32.add (local.get $area) (i32.const 64)))
        (loop $field
          ;; 32 columns of 48 bytes each.
          (br_if $done
            (i32.eq (local.get $column) (i32.add (local.get $area) (i32.const 1600))))
          (local.set $quoted (i32.eq (i32.load8_u (local.get $next)) (i32.const 34)))
          (local.set $start (i32.add (local.get $next) (local.get $quoted)))
          (if (local.get $quoted)
            (then (local.set $ends (local.get $quotes)))
            (else (local.set $ends (local.get $stops))))
          ;; Most fields end within sixteen bytes.
          (local.set $look (v128.load (local.get $start)))
          (local.set $found
            (i8x16.bitmask
              (v128.or
                (i8x16.eq (local.get $look) (local.get $ends))
                (v128.or
                  (i8x16.eq (local.get $look) (local.get $lf))
                  (i8x16.eq (local.get $look) (local.get $cr))))))
          (if (local.get $found)
            (then
              (local.set $end (i32.add (local.get $start) (i32.ctz (local.get $found)))))
            (else
              (local.set $end
                (call $find
                  (i32.add (local.get $start) (i32.const 16))
                  (local.get $ends) (local.get $lf) (local.get $cr)))))
          (local.set $next (local.get $end))
          (if (local.get $quoted)
            (then
              (br_if $done (i32.ne (i32.load8_u (local.get $end)) (i32.const 34)))
              (local.set $next (i32.add (local.get $end) (i32.const 1)))))
          (local.set $out (i32.load offset=20 (local.get $column)))
          (if (i32.load (local.get $column))
            (then
              (local.set $out
                (i32.add (local.get $out) (i32.shl (local.get $row) (i32.const 3))))
              (i32.store (local.get $out) (local.get $start))
              (i32.store offset=4 (local.get $out) (local.get $end)))
            (else
              (local.set $code (i32.const 0))
              (local.set $length (i32.sub (local.get $end) (local.get $start)))
              (if (local.get $length)
                (then
                  (block $known
                    (block $other
                      (br_if $other
                        (i32.ne
                          (i32.load offset=12 (local.get $column))
                          (local.get $length)))
                      (br_if $other
                        (i32.eqz
                          (call $isSame
                            (i32.load offset=8 (local.get $column))
                            (local.get $start)
                            (local.get $length))))
                      (local.set $code (i32.load offset=16 (local.get $column)))
                      (br $known))
                    (local.set $code
                      (call $code (local.get $column) (local.get $start) (local.get $length))))
                  (i32.store offset=32 (local.get $column)
                    (i32.add (i32.load offset=32 (local.get $column)) (i32.const 1)))
                  (i32.store offset=36 (local.get $column)
                    (i32.add (local.get $row) (i32.const 1)))))
              (i32.store
                (i32.add (local.get $out) (i32.shl (local.get $row) (i32.const 2)))
                (local.get $code))))
          (local.set $byte (i32.load8_u (local.get $next)))
          (local.set $next (i32.add (local.get $next) (i32.const 1)))
          (local.set $column (i32.add (local.get $column) (i32.const 48)))
          (br_if $field (i32.eq (local.get $byte) (local.get $delimiter))))
        (if (i32.eq (local.get $byte) (i32.const 13))
          (then
            (if (i32.eq (i32.load8_u (local.get $next)) (i32.const 10))
              (then (local.set $next (i32.add (local.get $next) (i32.const 1))))))
          ;; Behind a quote that ends no field.
          (else (br_if $done (i32.ne (local.get $byte) (i32.const 10)))))
        (if (i32.gt_u (local.get $column) (local.get $most))
          (then (local.set $most (local.get $column))))
        ;; Columns that the record does not have are empty.
        (loop $missing
          (if (i32.lt_u (local.get $column) (local.get $most))
            (then
              (local.set $out (i32.load offset=20 (local.get $column)))
              (if (i32.load (local.get $column))
                (then
                  (local.set $out
                    (i32.add (local.get $out) (i32.shl (local.get $row) (i32.const 3))))
                  (i32.store offset=4 (local.get $out) (i32.const 0)))
                (else
                  (local.set $out
                    (i32.add (local.get $out) (i32.shl (local.get $row) (i32.const 2))))))
              (i32.store (local.get $out) (i32.const 0))
              (local.set $column (i32.add (local.get $column) (i32.const 48)))
              (br $missing))))
        (local.set $at (local.get $next))
        (local.set $row (i32.add (local.get $row) (i32.const 1)))
        (br $record)))
    ;; What a record that was given up has written is written over in each row from now on.
    (if (i32.gt_u (local.get $column) (local.get $most))
      (then (local.set $most (local.get $column))))
    (i32.store (local.get $area) (local.get $row))
    (i32.store offset=4 (local.get $area) (local.get $stuck))
    (i32.store offset=8 (local.get $area) (local.get $most))
    (local.get $at)))
