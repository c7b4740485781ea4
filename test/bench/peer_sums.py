"""The sums by class and quarter, and nothing else, by pandas: python peer_sums.py FILE."""
import sys
import pandas

frame = pandas.read_csv(sys.argv[1], encoding='utf-8-sig', parse_dates=['签约日期'])
print(len(frame.groupby(['产品类别', frame['签约日期'].dt.quarter])['实付金额(元)'].sum()))
