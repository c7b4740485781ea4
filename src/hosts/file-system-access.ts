import { clear, createStore, get, set } from 'idb-keyval';
import type { Disk, DiskFile } from '#taskpane/browser/disk.ts';
import { fingerprint } from './browser-shelf.ts';

/** What the File System Access API adds to a handle; not every browser has it. */
interface Asking {
  requestPermission(how: { readonly mode: 'readwrite' | 'read' }): Promise<PermissionState>;
}

interface Picker {
  showOpenFilePicker(options: object): Promise<readonly FileSystemFileHandle[]>;
}

const ACCEPTED = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx', '.xlsm', '.xltx'],
  'text/plain': ['.csv', '.tsv', '.txt'],
};

const places = createStore('rebate-radar-places', 'places');

async function read(place: FileSystemFileHandle): Promise<DiskFile> {
  const file = await place.getFile();
  return { name: file.name, bytes: file, place };
}

/**
 * Files where they lie on the user's disk. They are read; written only when the user has said so.
 */
export const disk: Disk = {
  pick: async () => {
    try {
      const picker = window as unknown as Picker;
      const [place] = await picker.showOpenFilePicker({ types: [{ accept: ACCEPTED }] });
      return place === undefined ? null : await read(place);
    } catch (error) {
      // The person closed the dialog.
      if ((error as { readonly name?: string }).name === 'AbortError') return null;
      throw error;
    }
  },
  read: async (place) => {
    const allowed = await (place as FileSystemFileHandle & Asking).requestPermission({
      mode: 'read',
    });
    return allowed === 'granted' ? read(place) : null;
  },
  mayWrite: async (place, id) => {
    const allowed = await (place as FileSystemFileHandle & Asking).requestPermission({
      mode: 'readwrite',
    });
    if (allowed !== 'granted') return 'forbidden';
    const file = await place.getFile();
    const bytes = new Uint8Array(await file.arrayBuffer());
    return (await fingerprint(file.name, bytes)) === id ? 'yes' : 'changed';
  },
  write: async (place, bytes) => {
    // The file is replaced when it is closed: what fails before leaves it as it was.
    const stream = await place.createWritable();
    await stream.write(bytes.slice());
    await stream.close();
  },
  remember: (id, place) => set(id, place, places),
  recall: async (id) => (await get<FileSystemFileHandle>(id, places)) ?? null,
  forget: () => clear(places),
};
