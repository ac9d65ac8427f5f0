"""A date is one that its passage gives, however days are listed; the editor's reasoning decides between readings."""

import json

import pytest
from dossier.pipeline import check_dossier

from tests.check.report_source import write_report

# Words of a text of Friday, 1 March 2019 | date of the record | phrase, if any; "so" for a reasoning | the finding.
DATES = """
On 3 and 4 March 2019 shots fell. | 2019-03-03 | |
On 3 and 4 March 2019 shots fell. | 2019-03-04 | |
On 3 and 4 March 2019 shots fell. | 2019-03-03/2019-03-04 | |
On 3 and 4 March 2019 shots fell. | 2019-03-05 | | missing-date-basis
On 3 and 4 March 2019 shots fell. | 2018-03-03 | | missing-date-basis
Shots fell on March 29th and 30th, 2018. | 2018-03-29 | |
Shots fell on March 29th and 30th. | 2018-03-29 | March 29th and 30th, so | date-mismatch
Shots fell on March 29th and 30th. | 2019-03-30 | March 29th and 30th, so |
Between 3 and 5 March 2019 men fell. | 2019-03-03/2019-03-05 | |
Between 3 and 5 March 2019 men fell. | [2019-03-03..2019-03-05] | |
Between 3 and 5 March 2019 men fell. | 2019-03-04 | | missing-date-basis
Between 3 and 5 March 2019 men fell. | 2019-03-04 | Between 3 and 5 March 2019, so |
Between 3 and 5 March 2019 men fell. | 2019-03-06 | Between 3 and 5 March 2019, so | date-mismatch
From 3 to 5 March 2019 men fell. | 2019-03-03/2019-03-05 | |
From 3 to 5 March 2019 men fell. | [2019-03-03..2019-03-05] | | missing-date-basis
From 3 to 5 March 2019 men fell. | [2019-03-03..2019-03-05] | From 3 to 5 March 2019 | date-mismatch
From 3 to 5 March 2019 men fell. | [2019-03-03..2019-03-05] | From 3 to 5 March 2019, so |
In January–March 2019 boats fell. | 2019-01/2019-03 | |
In January–March 2019 boats fell. | 2019-01/2019-04 | | missing-date-basis
In January–March 2019 boats fell. | 2019-02 | | missing-date-basis
It ran from January to March 2018. | 2018-01/2018-03 | |
It ran from Jan. 30 to Feb. 2, 2018. | 2018-01-30/2018-02-02 | |
It ran from Jan. 30 to Feb. 2. | 2019-01-30/2019-02-02 | Jan. 30 to Feb. 2 |
It ran from Jan. 30 to Feb. 2. | 2018-01-30/2018-02-02 | Jan. 30 to Feb. 2 | date-mismatch
It ran on 3 or 4 March 2019. | [2019-03-03,2019-03-04] | |
It ran on 3 or 4 March 2019. | 2019-03-03 | | missing-date-basis
Over the weekend petals fell. | 2019-02-23/2019-02-24 | Over the weekend, so |
Over the weekend petals fell. | 2019-03-02/2019-03-03 | Over the weekend, so |
Over the weekend petals fell. | 2019-02-23 | Over the weekend | date-mismatch
Over the weekend petals fell. | 2019-02-16/2019-02-17 | Over the weekend, so | date-mismatch
Over the weekend petals fell. | 2019-02-26 | Over the weekend, so | date-mismatch
Last week petals fell. | 2019-02-18/2019-02-24 | Last week |
Last week petals fell. | [2019-02-18..2019-02-24] | Last week |
Last week petals fell. | [2019-02-18..2019-02-25] | Last week | date-mismatch
Last week petals fell. | 2019-02-20 | Last week | date-mismatch
Last week petals fell. | 2019-02-20 | Last week, so |
Last week petals fell. | 2019-02-25 | Last week, so | date-mismatch
Last week petals fell. | 2019-02-28 | Last week, so | date-mismatch
Last month petals fell. | 2019-02-10 | Last month | date-mismatch
Last month petals fell. | 2019-02 | Last month |
On Thursday petals fell. | 2019-02-28 | Thursday |
On Thursday petals fell. | 2019-02-21 | Thursday, so | date-mismatch
On Monday and Tuesday petals fell. | 2019-02-26 | Monday and Tuesday |
Two days after the ruling petals fell. | 2019-02-27 | Two days after, so | date-mismatch
Two days after the ruling petals fell. | 2019-03-03 | Two days after | date-mismatch
Two days ago petals fell. | 2019-02-27 | Two days ago |
In the summer of 2018 petals fell. | 2018-22 | |
In the summer of 2018 petals fell. | 2018-22 | In the summer of 2018 |
In the summer of 2018 petals fell. | 2018-23 | | missing-date-basis
In the winter of 2018 petals fell. | 2018-01 | In the winter of 2018, so |
"""
# Words of the same text | date | phrase, if any | reasoning | the finding.
REASONS = """
Last week petals fell. | 2019-02-20 | Last week | On 20 February, the Gazette says. |
Last week petals fell. | 2019-02-21 | Last week | On 20 February, the Gazette says. | date-mismatch
Last week petals fell. | 2019-02-20 | Last week | The council meets on a Wednesday. |
Last week petals fell. | 2019-02-19 | Last week | The council meets on a Wednesday. | date-mismatch
Last week petals fell. | 2019-02-18/2019-02-28 | Last week | The report is of 1 March; over by 28 February. |
Last week petals fell. | 2019-02-18/2019-02-27 | Last week | It was over by 28 February 2019. | date-mismatch
Over the weekend petals fell. | 2019-02-23 | Over the weekend | On the Saturday before. |
Two days after the ruling petals fell. | 2019-02-27 | Two days after | The ruling was on 25 February. |
Two days after the ruling petals fell. | 2019-02-28 | Two days after | The ruling was on 25 February. | date-mismatch
Two days after the ruling petals fell. | 2018-02-27 | Two days after | The ruling was on 25 February. | date-mismatch
Petals fell recently. | ../2019-03-01 | recently | Reported as past. |
Petals fell recently. | ../2019-03-02 | recently | Reported as past. | date-mismatch
Petals fell recently. | ../2018-03-01 | recently | Reported as past. | date-mismatch
Petals fell recently. | 2019-02-26 | recently | Reported as past. | date-mismatch
Petals fell recently. | 2019-02-20/2019-03-01 | | After the storm of 20 February 2019. |
Petals fell recently. | 2019-02-21/2019-03-01 | | After the storm of 20 February 2019. | date-mismatch
Petals fell recently. | 2019-02-20/2019-03-02 | | After the storm of 20 February 2019. | date-mismatch
Petals fell recently. | 2019-02? | recently | Probably in February 2019. |
Petals fell recently. | 2019-03? | recently | Probably in February 2019. |  date-mismatch
Petals fell recently. | 2018-02? | recently | Probably in February 2019. | date-mismatch
Petals fell recently. | 2019-02-28 | recently | The day before the report. |
Petals fell recently. | 2019-02-27 | recently | The day before the report. | date-mismatch
Petals fell recently. | 2019-02-15 | recently | On the 15th of February. |
Petals fell recently. | 2019-02-14 | recently | On the 15th of February. | date-mismatch
Petals fell recently. | 2019-01-23 | recently | On the day of the [[event:walk-out]]. |
Petals fell recently. | 2019-01-22 | recently | On the day of the [[event:walk-out]]. | date-mismatch
Petals fell on Jan. 11. | 2019-01-11 | Jan. 11 | The report is of 2019. |
Petals fell on Jan. 11. | 2019-01-11 | | The report has the day. |
Petals fell on Jan. 11. | 2019-01-12 | | The report has the day. | date-mismatch
Petals fell on Jan. 11. | 2019-01-08/2019-01-11 | Jan. 11 | | date-mismatch
Petals fell on Jan. 11. | ../2019-01-11 | Jan. 11 | |
Petals fell on Jan. 11. | 2019-01 | Jan. 11 | |
Petals fell since 2015. | 2015/.. | since 2015 | |
Petals fell since 2015. | 2014/.. | since 2015 | | date-mismatch
Petals fell since 2015. | 2016/.. | since 2015 | | date-mismatch
"""
# The same in other stories: quarters, fiscal years, seasons of a sport, parts of a period, holidays, times of day.
OTHER_STORIES = """
On 3 and 4 March 2018 it met. | 2018-03-03 |  |  |
On 3 and 4 March 2018 it met. | {2018-03-03,2018-03-04} |  |  |
On 3 and 4 March it met. | {2019-03-03,2019-03-04} | On 3 and 4 March |  |
On 3 and 4 March it met. | 2019-03-04 | On 3 and 4 March |  |
On 3 and 4 March it met. | 2019-03-05 | On 3 and 4 March |  | date-mismatch
March 29th and 30th it met. | 2019-03-29/2019-03-30 | March 29th and 30th |  |
Between 3 and 5 March it met. | 2019-03-03/2019-03-05 | Between 3 and 5 March |  |
Between 3 and 5 March it met. | 2019-03-03/2019-03-06 | Between 3 and 5 March |  | date-mismatch
January–March 2019 it met. | 2019-01/2019-03 | January–March 2019 |  |
January–March 2019 it met. | 2019-01/2019-02 | January–March 2019 |  | date-mismatch
Jan. 30 to Feb. 2 it met. | 2019-01-30/2019-02-02 | Jan. 30 to Feb. 2 |  |
Over the weekend it met. | 2019-02-23/2019-02-24 | Over the weekend | The weekend before the report. |
Over the weekend it met. | 2019-02-22/2019-02-24 | Over the weekend | The weekend before the report. |
Over the weekend it met. | 2019-02-25 | Over the weekend | The weekend before the report. | date-mismatch
In the summer of 2019 it met. | 2019-22 |  |  |
In summer 2019 it met. | 2019-06/2019-08 | In summer 2019 | The northern summer. |
Sales rose in Q3 2021. | 2021-35 |  |  |
Sales rose in Q3 2021. | 2021-07/2021-09 | in Q3 2021 |  |
Sales rose in Q3 2021. | 2021-07/2021-09 |  |  |
Sales rose in Q3 2021. | 2021-34 |  |  | missing-date-basis
Sales rose in Q3 2021. | 2021-08 | in Q3 2021 |  | date-mismatch
Sales rose in Q3 2021. | 2021 | in Q3 2021 |  |
Sales rose in the third quarter of 2021. | 2021-35 |  |  |
Sales rose in the third quarter of 2021. | 2021 |  |  | missing-date-basis
Sales rose in the first half of 2021. | 2021-40 |  |  |
Sales rose in the first half of 2021. | 2021-01/2021-06 | in the first half of 2021 |  |
Sales rose in fiscal 2020. | 2020 |  |  | missing-date-basis
Sales rose in fiscal 2020. | 2020 | in fiscal 2020 |  | date-mismatch
Sales rose in fiscal 2020. | 2019-10/2020-09 | in fiscal 2020 | From October 2019 to September 2020. |
Sales rose in FY2019/20. | 2019-04/2020-03 | FY2019/20 | From April 2019 to March 2020. |
Sales rose in FY2019/20. | 2019 | FY2019/20 |  | date-mismatch
Sales rose in FY2019/20. | 2019 |  |  | missing-date-basis
Sales rose in the 2019-20 season. | 2019 |  |  | missing-date-basis
Sales rose in the 2019-20 season. | 2019/2020 |  |  |
Sales rose in the 2019-20 season. | 2019/2020 | the 2019-20 season |  |
Sales rose in the 2019-20 season. | 2019/2021 | the 2019-20 season |  | date-mismatch
After 9/11 it met. | 2001-09-11 | 9/11 | The attacks of 11 September 2001. |
After 9/11 it met. | 2001-11-09 | 9/11 | The attacks of 11 September 2001. | date-mismatch
After 9/11 it met. | 2001-11-09 |  |  | missing-date-basis
In mid-March it met. | 2019-03 | mid-March |  |
In mid-March it met. | 2019-03-15 | mid-March |  | date-mismatch
In mid-March it met. | 2019-03-11/2019-03-20 | mid-March | “Mid” is read as 11 to 20 March. |
In mid-March it met. | 2019-03-05 | mid-March | It was on 15 March. | date-mismatch
In mid-March it met. | 2019-04 | mid-March |  | date-mismatch
In late 2018 it met. | 2018 | late 2018 |  |
In late 2018 it met. | 2018-10/2018-12 | late 2018 | “Late” is read as October to December. |
In late 2018 it met. | 2018-01/2018-03 | late 2018 | “Late” is read as October to December. | date-mismatch
In late 2018 it met. | 2018-12 | late 2018 |  | date-mismatch
In late 2018 it met. | 2018-02 | late 2018 | It says so. | date-mismatch
In the 1990s it met. | 199X |  |  |
In the 1990s it met. | 1990/1999 | the 1990s |  |
In the 1990s it met. | 1995 | the 1990s |  | date-mismatch
In the 1990s it met. | 198X | the 1990s |  | date-mismatch
Since 2015 it met. | 2015/.. |  |  |
Since 2015 it met. | 2015/.. | Since 2015 |  |
Until 2015 it met. | ../2015 | Until 2015 |  |
It met at 21:30 on Tuesday. | 2019-02-26 | Tuesday |  |
It met at 21:30 on Tuesday. | 2019-02-26T21:30:00 | at 21:30 on Tuesday |  |
It met at 21:30 on Tuesday. | 2019-02-26T20:30:00 | at 21:30 on Tuesday |  | date-mismatch
It met at 9:30 p.m. on Tuesday. | 2019-02-26T21:30:00 | at 9:30 p.m. on Tuesday |  |
It met at noon on Tuesday. | 2019-02-26T12:00:00 | at noon on Tuesday |  |
It met at noon on Tuesday. | 2019-02-26T13:00:00 | at noon on Tuesday |  | date-mismatch
It met at 5 pm on 26 February 2019. | 2019-02-26T17:00:00 | at 5 pm on 26 February 2019 |  |
It met at 5 pm on 26 February 2019. | 2019-02-26T15:00:00 | at 5 pm on 26 February 2019 |  | date-mismatch
It met at noon on Tuesday. | 2019-02-26 | noon on Tuesday |  |
It met overnight. | 2019-02-28/2019-03-01 | overnight |  |
It met overnight. | 2019-02-28 | overnight |  |
It met overnight. | 2019-02-27 | overnight |  | date-mismatch
It met on the night of 3-4 February. | 2019-02-03/2019-02-04 | the night of 3-4 February | |
It met on the night of 3-4 February. | 2019-02-04/2019-02-05 | the night of 3-4 February | | date-mismatch
It met on Boxing Day. | 2018-12-26 | Boxing Day |  |
It met on Boxing Day. | 2018-12-25 | Boxing Day |  | date-mismatch
It met on Boxing Day. | 2018-12-25 | Boxing Day | It says so. | date-mismatch
It met on Christmas Eve 2017. | 2017-12-24 | Christmas Eve 2017 |  |
It met on Christmas Eve 2017. | 2017-12-25 | Christmas Eve 2017 |  | date-mismatch
It met on New Year's Day. | 2019-01-01 | New Year's Day |  |
It met on New Year’s Eve. | 2018-12-31 | New Year’s Eve |  |
It met on Good Friday 2018. | 2018-03-30 | Good Friday 2018 |  |
It met on Good Friday 2018. | 2018-04-06 | Good Friday 2018 |  | date-mismatch
It met on Thanksgiving. | 2018-11-22 | Thanksgiving | The US holiday, 22 November 2018. |
It met on Thanksgiving. | 2018-11-22 | Thanksgiving |  | date-mismatch
It met three days ago. | 2019-02-26 | three days ago |  |
It met last Friday. | 2019-02-22 | last Friday |  |
It met on Friday. | 2019-03-01 | Friday |  |
It met at the end of January. | 2019-01 | the end of January |  |
It met at the end of January. | 2019-01-31 | the end of January |  | date-mismatch
It met at the end of January. | 2019-01-31 | the end of January | On 31 January, the club says. |
It met in the week of 11 February. | 2019-02-11/2019-02-17 | the week of 11 February | From 11 to 17 February. |
It met on 11.02.2019. | 2019-02-11 |  |  | missing-date-basis
It met on 11/02/2019. | 2019-02-11 | 11/02/2019 | The paper is British. |
It met on 11/02/2019. | 2019-02-11 | 11/02/2019 |  | date-mismatch
It met on 2/11/19. | 2019-02-11 | 2/11/19 | It says so: 11 February 2019. |
It met on the 15th. | 2019-02-15 | on the 15th | The 15th of February: the report is of 1 March. |
It met two days after the court's ruling. | 2019-02-27 | two days after the court's ruling |  | date-mismatch
It met the day after the ruling. | 2019-02-28 | the day after |  | date-mismatch
It met in the 2010s. | 201X |  |  |
It met in the early 2010s. | 2010/2013 | the early 2010s | “Early” is read as 2010 to 2013. |
It met two weeks ago. | 2019-02-15/2019-03-01 | two weeks ago | |
It met a fortnight ago. | 2019-02-15 | a fortnight ago | 15 February is two weeks before the report. |
It met a fortnight ago. | 2019-02-14 | a fortnight ago | 15 February is two weeks before the report. | date-mismatch
It met in the 19th century. | 18XX | the 19th century | |  date-mismatch
The match was the day before yesterday. | 2019-02-27 | the day before yesterday |  |
The match was the day before yesterday. | 2019-02-28 | the day before yesterday |  | date-mismatch
The trial opened on 4/2/2019. | 2019-02-04 | 4/2/2019 | A British paper: day first. |
The trial opened on 4/2/2019. | 2019-04-02 | 4/2/2019 |  | date-mismatch
Polls open from 7 a.m. to 10 p.m. on 23 January. | 2019-01-23 | 23 January |  |
They left on Sunday night. | 2019-02-24 | Sunday night |  |
They left on Sunday night. | 2019-02-24/2019-02-25 | Sunday night |  | date-mismatch
They left on Sunday night. | 2019-02-24/2019-02-25 | Sunday night | The night to Monday. |
They left in the past two years. | 2017/2019-03-01 | the past two years |  |
They left within 30 days. | 2019-03-01/2019-03-31 | within 30 days |  |
They left before Christmas 2018. | ../2018-12-24 | before Christmas 2018 | Until 24 December 2018. |
They left between 2013 and 2015. | 2013/2015 |  |  |
They left in 2013-15. | 2013/2015 |  |  |
They left in 2013-15. | 2013/2016 |  |  | missing-date-basis
She was elected in 2017. | 2017 |  |  |
She was elected in 2017. | 2017-06 |  |  | missing-date-basis
She was elected in 2017. | 2017-06-08 | in 2017 | The general election of 8 June 2017. |
She was elected in 2017. | 2017-06-09 | in 2017 | The general election of 8 June 2017. | date-mismatch
The strike was on Feb. 4, 6 and 8. | {2019-02-04,2019-02-06,2019-02-08} | Feb. 4, 6 and 8 |  |
The strike was on Feb. 4, 6 and 8. | 2019-02-06 | Feb. 4, 6 and 8 |  |
The strike was on Feb. 4, 6 and 8. | 2019-02-07 | Feb. 4, 6 and 8 |  | date-mismatch
The storm hit on the night of Feb. 3. | 2019-02-03/2019-02-04 | the night of Feb. 3 | From 3 to 4 February. |
It was last summer. | 2018-22 | last summer | The summer of 2018. |
It was last summer. | 2017-22 | last summer | The summer of 2018. | date-mismatch
It was about 26 January 2019. | 2019-01-26~ |  |  |
It was about 26 January 2019. | 2019-01-26~ | about 26 January 2019 |  |
It was about 26 January 2019. | 2019-01-27~ | about 26 January 2019 |  | date-mismatch
It ended on 6 February 2019 at 10 a.m. | 2019-02-06T10:00:00 | 6 February 2019 at 10 a.m. |  |
The Monday after the vote they left. | 2019-02-25 | The Monday after | | date-mismatch
The Monday after the vote they left. | 2019-02-25 | The Monday after | The vote was on 21 February. |
The Monday after the vote they left. | 2019-02-18 | The Monday after | The vote was on 21 February. | date-mismatch
The following Monday they left. | 2019-02-25 | The following Monday | | date-mismatch
The week after the storm they left. | 2019-03-04/2019-03-10 | The week after | | date-mismatch
Two days prior to the vote they left. | 2019-02-27 | Two days prior to the vote | | date-mismatch
Two days prior to the vote they left. | 2019-02-19 | Two days prior to the vote | The vote was on 21 February. |
The morning after the final they left. | 2019-03-02 | The morning after | | date-mismatch
They left within two days of the ruling. | 2019-02-28 | within two days of the ruling | | date-mismatch
"""
# Limits and approximations: words | date | phrase | reasoning | the finding.
LIMITS = """
The files were burnt before March 9. | ../2019-03-08 | before March 9 | |
The files were burnt before March 9. | ../2019-03-09 | before March 9 | |
The files were burnt before March 9. | ../2019-03-08 | March 9 | |
The files were burnt before March 9. | ../2019-03 | before March 9 | |
The files were burnt before March 9. | ../2019-03-08 | before March 9 | The last day before it. |
The files were burnt before March 9. | 2019-03-07 | before March 9 | On 7 March, the court heard. |
The files were burnt before March 9. | 2019-03-09 | before March 9 | | date-mismatch
The files were burnt before March 9. | 2019-03-09 | March 9 | | date-mismatch
The files were burnt before March 9. | 2019-03-07 | before March 9 | | date-mismatch
The files were burnt before March 9. | ../2019-03-10 | before March 9 | | date-mismatch
The files were burnt before March 9. | 2019-03-09/.. | before March 9 | | date-mismatch
The files were burnt before March 9, 2018. | ../2018-03-08 | | |
The files were burnt before March 9, 2018. | 2018-03-09 | | | missing-date-basis
The drug was sold prior to the 9th of March. | ../2019-03-08 | prior to the 9th of March | |
The drug was sold prior to the 9th of March. | 2019-03-09 | prior to the 9th of March | | date-mismatch
The clinic closed before May 2018. | ../2018-04 | before May 2018 | |
The clinic closed before May 2018. | ../2018-04-30 | before May 2018 | |
The clinic closed before May 2018. | 2018-05 | before May 2018 | | date-mismatch
The club was sold before 2016. | ../2015 | before 2016 | |
The club was sold before 2016. | ../2015 | | |
The club was sold before 2016. | 2016 | before 2016 | | date-mismatch
The club was sold before 2016. | 2016 | | | missing-date-basis
The club was sold after 2016. | 2017/.. | after 2016 | |
The club was sold after 2016. | 2017/.. | | |
The club was sold after 2016. | 2016/.. | after 2016 | |
The club was sold after 2016. | 2017 | after 2016 | | date-mismatch
The club was sold after 2016. | 2016 | after 2016 | | date-mismatch
The club was sold after 2016. | ../2016 | after 2016 | | date-mismatch
The tax was raised after January 14. | 2019-01-15/.. | after January 14 | |
The tax was raised after January 14. | 2019-01-14 | after January 14 | | date-mismatch
The tax was raised after January 14. | 2019-01-20 | January 14 | | date-mismatch
The tax was raised after January 14. | 2019-01-15/2019-03-01 | after January 14 | The report is of 1 March. |
The tax was raised shortly after January 14. | 2019-01-14~ | shortly after January 14 | |
The tax was raised no later than Jan. 14. | ../2019-01-14 | no later than Jan. 14 | |
The tax was raised no later than Jan. 14. | 2019-01-14 | no later than Jan. 14 | | date-mismatch
The tax was raised no later than Jan. 14. | 2019-01-14 | no later than Jan. 14 | On 14 January, the last day. |
It was sold not later than 2015. | ../2015 | not later than 2015 | |
It was sold no later than 2015. | 2015 | no later than 2015 | | date-mismatch
It was sold no later than 2015. | ../2016 | no later than 2015 | | date-mismatch
It was shut before last week. | ../2019-02-17 | before last week | |
It was shut before last week. | [..2019-02-17] | before last week | |
It was shut before last week. | 2019-02-18/2019-02-24 | before last week | | date-mismatch
It was shut since last week. | 2019-02-18/.. | since last week | |
The virus was found before summer 2018. | ../2018-22 | before summer 2018 | |
The virus was found before summer 2018. | 2018-22 | before summer 2018 | | date-mismatch
The seats were sold by Feb. 9. | ../2019-02-09 | by Feb. 9 | |
The seats were sold by Feb. 9. | ../2019-02-08 | by Feb. 9 | | date-mismatch
The seats were sold by Feb. 9. | 2019-02-09 | by Feb. 9 | | date-mismatch
The seats were sold by Feb. 9. | 2019-02-09/.. | by Feb. 9 | | date-mismatch
The seats were sold by Feb. 9, 2018. | ../2018-02-09 | | |
The seats were sold by Feb. 9, 2018. | 2018-02-09 | | | missing-date-basis
The seats were sold on or before Feb. 9. | ../2019-02-09 | on or before Feb. 9 | |
The ward was shut until Feb. 9. | ../2019-02-09 | until Feb. 9 | |
The ward was shut until Feb. 9. | 2019-02-09 | until Feb. 9 | |
The ward was shut until Feb. 9. | 2019-02-09/.. | until Feb. 9 | | date-mismatch
The ward was shut until Feb. 9. | ../2019-02-10 | until Feb. 9 | | date-mismatch
The road is closed since Feb. 9. | 2019-02-09/.. | since Feb. 9 | |
The road is closed since Feb. 9. | 2019-02-09 | since Feb. 9 | |
The road is closed since May 2018. | 2018-06/.. | since May 2018 | | date-mismatch
The road is closed since May 2018. | 2018-05/.. | since May 2018 | |
The road is closed since May 2018. | 2018-05/.. | | |
The road is closed since 2015. | ../2015 | since 2015 | | date-mismatch
The road is closed since about 2015. | 2015/.. | since about 2015 | |
The road is closed since early 2015. | 2015/.. | since early 2015 | |
The road is closed from May to July 2018. | 2018-05/2018-07 | from May to July 2018 | |
The road was shut on the day before Feb. 9. | 2019-02-08 | the day before Feb. 9 | Feb. 9 less a day is 8 February. |
It was finished by the end of 2020. | ../2020 | by the end of 2020 | It says so. |
It was sold by Ada Lind on Feb. 9. | 2019-02-09 | Feb. 9 | |
The vote, not before Feb. 9, was late. | 2019-02-09/.. | not before Feb. 9 | |
It was not found until Feb. 9. | 2019-02-09 | Feb. 9 | |
Before noon on Feb. 9 they left. | 2019-02-09 | Feb. 9 | |
After the Feb. 9 vote they left. | 2019-02-09 | Feb. 9 | |
The road is closed since Feb. 9. | 2019-02/.. | since Feb. 9 | |
The road is closed since Feb. 9. | 2019-02-09/2019-03-01 | since Feb. 9 | It was closed when reported. |
The road is closed since Feb. 9. | ../2019-02-09 | since Feb. 9 | | date-mismatch
The road is closed since Feb. 9. | ../2019-02-09 | since Feb. 9 | It says so. | date-mismatch
The road is closed since Feb. 9. | 2019-02-10/.. | since Feb. 9 | | date-mismatch
The rule holds from Feb. 9 on. | 2019-02-09/.. | from Feb. 9 on | |
The rule holds from Feb. 9 on. | ../2019-02-09 | from Feb. 9 on | | date-mismatch
The rule holds from Feb. 9 on. | 2019-02-10 | from Feb. 9 on | | date-mismatch
The bank was sold before Monday. | ../2019-02-24 | before Monday | |
The bank was sold before Monday. | 2019-02-25 | before Monday | | date-mismatch
Talks before the 9 February vote failed. | 2019-02-09 | 9 February | |
The letter was sent around Feb. 9. | 2019-02-09~ | around Feb. 9 | |
The letter was sent around Feb. 9. | 2019-02-09~ | Feb. 9 | |
The letter was sent around Feb. 9. | 2019-02-09 | around Feb. 9 | | date-mismatch
The letter was sent around Feb. 9. | 2019-02-09 | Feb. 9 | | date-mismatch
The letter was sent around Feb. 9. | 2019-02-09 | around Feb. 9 | The stamp is of 9 February. |
The letter was sent around Feb. 9. | 2019-02 | around Feb. 9 | |
The letter was sent around Feb. 9, 2018. | 2018-02-09~ | | |
The letter was sent around Feb. 9, 2018. | 2018-02-09 | | | missing-date-basis
The judge was born circa 1950. | 1950~ | circa 1950 | |
The judge was born circa 1950. | 1950 | circa 1950 | | date-mismatch
The judge was born c. 1950. | 1950 | c. 1950 | | date-mismatch
The judge was born c. 1950. | 1950~ | | |
The pact was signed on or about Feb. 9. | 2019-02-09 | on or about Feb. 9 | | date-mismatch
The pact was signed on or about Feb. 9. | 2019-02-09~ | on or about Feb. 9 | |
The pact was signed roughly in Feb. 2018. | 2018-02 | Feb. 2018 | |
The vote was held about May 2018. | 2018-05 | about May 2018 | | date-mismatch
The vote was held about May 2018. | 2018-05~ | about May 2018 | |
It was some time around Feb. 9. | 2019-02-09 | some time around Feb. 9 | | date-mismatch
It was some time around Feb. 9. | 2019-02-09~ | some time around Feb. 9 | |
She wrote a book about 2018. | 2018 | | |
"""
# Weekdays to come: words of the report of a Friday | date | phrase | reasoning | status | "wrong" for a date-mismatch.
WEEKDAYS_TO_COME = """
The council will vote on Monday. | 2019-03-04 | Monday | | planned |
The council will vote on Monday. | 2019-02-25 | Monday | | planned | wrong
The council will vote on Monday. | 2019-03-11 | Monday | | planned | wrong
The council will vote on Monday. | 2019-02-25 | Monday | The report was written before it. | planned |
The council will vote on Monday. | 2019-03-04 | Monday | The report looks ahead. | planned |
The council will vote on Monday. | 2019-03-18 | Monday | The report looks ahead. | planned | wrong
The council will vote on Monday. | 2019-03-04 | on Monday | | announced |
The council will vote on Monday. | 2019-02-25 | on Monday | | announced | wrong
The court is due to rule on Tuesday. | 2019-03-05 | Tuesday | | planned |
The court is due to rule on Tuesday. | 2019-02-26 | Tuesday | | planned | wrong
The team plans to train on Sunday. | 2019-03-03 | Sunday | | planned |
The team plans to train on Sunday. | 2019-02-24 | Sunday | | planned | wrong
The bank is to reopen on Wednesday morning. | 2019-03-06 | Wednesday morning | | planned |
The bank is to reopen on Wednesday morning. | 2019-02-27 | Wednesday morning | | planned | wrong
On Monday, the clinic will reopen. | 2019-03-04 | Monday | | announced |
On Monday, the clinic will reopen. | 2019-02-25 | Monday | | announced | wrong
The final is on Saturday. | 2019-03-02 | Saturday | | planned |
The final is on Saturday. | 2019-02-23 | Saturday | | planned | wrong
The polls will open this Monday. | 2019-03-04 | this Monday | | planned |
The polls will open this coming Sunday. | 2019-03-03 | this coming Sunday | | planned |
The polls will open this coming Sunday. | 2019-02-24 | this coming Sunday | | planned | wrong
The polls will open next Monday. | 2019-03-04 | next Monday | | planned |
The polls will open next Monday. | 2019-02-25 | next Monday | | planned | wrong
The council will vote on Friday. | 2019-03-01 | Friday | | planned |
The dockers will strike on Monday and Tuesday. | 2019-03-04/2019-03-05 | Monday and Tuesday | | planned |
The dockers will strike on Monday and Tuesday. | 2019-02-25/2019-02-26 | Monday and Tuesday | | planned | wrong
The dockers must leave by Monday, and will. | ../2019-03-04 | by Monday | | planned |
The dockers must leave by Monday, and will. | ../2019-02-25 | by Monday | | planned | wrong
He said he would resign on Monday. | 2019-03-04 | Monday | | reported |
He said he would resign on Monday. | 2019-02-25 | Monday | | reported | wrong
He said on Monday that he will resign. | 2019-02-25 | Monday | | announced |
He said on Monday that he will resign. | 2019-03-04 | Monday | | announced | wrong
On Monday, he announced that the school will close. | 2019-02-25 | Monday | | announced |
The bank will close, the firm announced on Monday. | 2019-02-25 | Monday | | announced |
The bank will close, the firm announced on Monday. | 2019-03-04 | Monday | | announced | wrong
The man who will lead the team was hurt on Monday. | 2019-02-25 | Monday | | reported |
The man who will lead the team was hurt on Monday. | 2019-03-04 | Monday | | reported | wrong
Petals fell on Monday. | 2019-02-25 | Monday | | reported |
Petals fell on Monday. | 2019-03-04 | Monday | It says so. | reported | wrong
"""
# Words of the same text | a statement about them | "wrong" if its date is not supported.
STATEMENTS = """
Shots fell on 3 and 4 March 2019. | Shots fell on 3 and 4 March. |
Shots fell on 3 and 4 March 2019. | Shots fell on 3 March 2019. |
Shots fell on 3 and 4 March 2019. | Shots fell on 3 and 5 March. | wrong
Shots fell on 3 and 4 March 2019. | Shots fell on March 3 and 4, 2018. | wrong
Shots fell on March 29th and 30th. | Shots fell on 29 and 30 March 2019. |
Shots fell on March 29th and 30th. | Shots fell on 29 and 31 March. | wrong
Shots fell on March 29th and 30th. | Shots fell on 29 and 30 March 2018. | wrong
Shots fell between 3 and 5 March. | Shots fell between 3 and 5 March 2019. |
Shots fell between 3 and 5 March. | Shots fell from 3 to 5 March. |
Shots fell between 3 and 5 March. | Shots fell between 3 and 6 March. | wrong
Shots fell between 3 and 5 March. | Shots fell on 4 March. | wrong
It ran January–March 2019. | It ran from January to March 2019. |
It ran January–March 2019. | It ran from January to April 2019. | wrong
It ran January–March 2019. | It ran in February 2019. | wrong
It ran January–March 2019. | It ran from January to March 2018. | wrong
It ran from Jan. 30 to Feb. 2. | It ran from 30 January to 2 February 2019. |
It ran from Jan. 30 to Feb. 2. | It ran from 30 January to 3 February. | wrong
It ran from Jan. 30 to Feb. 2. | It ran from 29 January to 2 February. | wrong
It ran from Jan. 30 to Feb. 2. | It ran until 2 February. |
It ran from Jan. 30 to Feb. 2. | It ran on 31 January. | wrong
Over the weekend petals fell. | Petals fell over the weekend. |
Over the weekend petals fell. | Petals fell on 23 February. | wrong
Over the weekend petals fell. | Petals fell on 1 March. | wrong
Over the weekend petals fell. | Petals fell on Saturday. | wrong
Last week petals fell. | Petals fell on 20 February 2019. | wrong
Last week petals fell. | Petals fell in February 2019. |
Last month petals fell. | Petals fell on 10 February. | wrong
In the summer of 2018 petals fell. | Petals fell in summer 2018. |
In the summer of 2018 petals fell. | Petals fell in the summer of 2017. | wrong
In the summer of 2018 petals fell. | Petals fell in autumn 2018. | wrong
In the summer of 2018 petals fell. | Petals fell in July 2018. | wrong
Petals fell in May 2018. | Petals fell on 5 May 2018. | wrong
Petals fell in May 2018. | Petals fell in 2018. |
Petals fell in 2018. | Petals fell in June 2018. | wrong
Petals fell in 2018. | Petals fell in 2017. | wrong
Petals fell on Tuesday. | Petals fell on Wednesday. | wrong
Petals fell on Tuesday. | Petals fell on Tuesday, 26 February. |
Petals fell on Tuesday. | Petals fell on 26 February 2019. |
Petals fell on Tuesday. | Petals fell on 27 February 2019. | wrong
Petals fell on Jan. 11. | Petals fell on 11 January 2018. | wrong
Petals fell on Jan. 11. | Petals fell on 1 March. | wrong
Petals fell on Jan. 11. | Petals fell on 11 February. | wrong
Petals fell on Jan. 11. | Petals fell in January. |
Petals fell on Jan. 11. | Petals fell in February. | wrong
Petals fell on Jan. 11. | The report is dated 1 March 2019. |
Petals fell on Jan. 11. | The report is dated 2 March 2019. | wrong
Petals fell on Jan. 11. | Petals fell on 1 March 2019, it says. | wrong
Petals fell two days later. | Petals fell on 3 March. | wrong
Petals fell two days ago. | Petals fell on 27 February. |
Petals fell two days ago. | Petals fell on 28 February. | wrong
Petals fell yesterday. | Petals fell on 28 February. |
Petals fell yesterday. | Petals fell on 27 February. | wrong
Petals have fallen since 2015. | Petals have fallen since 2015. |
Petals have fallen since 2015. | Petals have fallen since 2016. | wrong
Petals fell in the 1990s. | Petals fell in the 1990s. |
Petals fell in the 1990s. | Petals fell in the 1980s. | wrong
Petals fell in the 1990s. | Petals fell in 1995. | wrong
Petals fell in mid-March. | Petals fell in mid-March. |
Petals fell in mid-March. | Petals fell in late March. | wrong
Petals fell in late 2018. | Petals fell in early 2018. | wrong
Petals fell in late 2018. | Petals fell in late 2018. |
Petals fell in late 2018. | Petals fell in late 2017. | wrong
Sales rose in Q3 2021. | Sales rose in Q3 2021. |
Sales rose in Q3 2021. | Sales rose in Q2 2021. | wrong
Sales rose in Q3 2021. | Sales rose in Q3 2020. | wrong
Sales rose in Q3 2021. | Sales rose in the third quarter of 2021. |
Sales rose in the third quarter of 2021. | Sales rose in the second quarter of 2021. | wrong
Sales rose in the third quarter of 2021. | Sales rose in Q3 2021. |
Sales rose in fiscal 2020. | Sales rose in fiscal 2020. |
Sales rose in fiscal 2020. | Sales rose in fiscal 2021. | wrong
Sales rose in FY2019/20. | Sales rose in FY2019/20. |
Sales rose in FY2019/20. | Sales rose in FY2018/19. | wrong
Sales rose in the 2019-20 season. | They won the 2019-20 season. |
Sales rose in the 2019-20 season. | They won the 2018-19 season. | wrong
Sales rose in the 2019-20 season. | They won the 2019-21 season. | wrong
They met at 21:30. | They met at 21:30. |
They met at 21:30. | They met at 21:40. | wrong
They met at 21:30. | They met at 9:30 p.m. |
They met at 9:30 p.m. on Tuesday. | They met at 9:30 a.m. on Tuesday. | wrong
They met at 9:30 p.m. on Tuesday. | They met at 21:30 on Tuesday. |
They met at 9:30 p.m. on Tuesday. | They met at 22:30 on Tuesday. | wrong
They met at noon on Tuesday. | They met at noon on Tuesday. |
They met at noon on Tuesday. | They met at midnight on Tuesday. | wrong
They met overnight. | They met overnight. |
They met overnight. | They met on 28 February. | wrong
They met on the night of 3-4 May. | They met on the night of 3–4 May. |
They met on the night of 3-4 May. | They met on the night of 4–5 May. | wrong
They met on Boxing Day. | They met on Boxing Day. |
They met on Boxing Day. | They met on 26 December. |
They met on Boxing Day. | They met on 25 December. | wrong
They met on Boxing Day. | They met on Christmas Day. | wrong
After 9/11 they met. | After 9/11 they met. |
After 9/11 they met. | After 9/12 they met. | wrong
The match is on Saturday, 2 March. | The match is on Saturday, 2 March 2019. |
The match is on Saturday, 2 March. | The match is on Sunday, 2 March 2019. | wrong
The match is on Saturday, 2 March. | The match is on Sunday. | wrong
The trial opened on 2019-02-04. | The trial opened on 4 February 2019. |
The trial opened on 2019-02-04. | The trial opened on February 4th. |
The trial opened on 2019-02-04. | The trial opened on 2 April 2019. | wrong
The trial opened on 4/2/2019. | The trial opened on 4 February 2019. |
The trial opened on 13/2/2019. | The trial opened on 13 February 2019. |
The trial opened on 13/2/2019. | The trial opened on 12 February 2019. | wrong
Polls open from 7 a.m. to 10 p.m. on 23 May. | Polls open from 7am to 10pm on 23 May 2019. |
Polls open from 7 a.m. to 10 p.m. on 23 May. | Polls open from 7am to 9pm on 23 May 2019. | wrong
Polls open from 7 a.m. to 10 p.m. on 23 May. | Polls open on 22 May. | wrong
He was born in 1961 and died in 2018. | He was born in 1961. |
He was born in 1961 and died in 2018. | He was born in 1962. | wrong
The law of 1973 was repealed. | The 1973 law was repealed. |
The law of 1973 was repealed. | The 1937 law was repealed. | wrong
They won in the winter of 2018-19. | They won in winter 2018–19. |
They won in the winter of 2018-19. | They won in winter 2017–18. | wrong
The vaccine was approved on Dec. 11, 2020, and given from Dec. 14. | It was approved on 11 December 2020. |
The vaccine was approved on Dec. 11, 2020, and given from Dec. 14. | It was given from 14 December 2020. |
The vaccine was approved on Dec. 11, 2020, and given from Dec. 14. | It was approved on 12 December 2020. | wrong
The vaccine was approved on Dec. 11, 2020, and given from Dec. 14. | It was given from 14 December 2019. | wrong
The vaccine was approved last December. | It was approved in December 2018. |
The vaccine was approved last December. | It was approved in December 2017. | wrong
It was approved last year. | It was approved in 2018. |
It was approved last year. | It was approved in 2017. | wrong
It was approved this year. | It was approved in 2019. |
It was approved in the past two years. | It was approved in the past two years. |
Profit fell in the first quarter of 2019. | Profit fell in January to March 2019. |
Profit fell in the first quarter of 2019. | Profit fell in early 2019. |
Profit fell in the first quarter of 2019. | Profit fell in 2019. |
Profit fell in the first quarter of 2019. | Profit fell in the second half of 2019. | wrong
Profit fell in fiscal 2018. | Profit fell in 2018. | wrong
Profit fell in the financial year 2018-19. | Profit fell in the financial year 2018/19. |
Profit fell in the financial year 2018-19. | Profit fell in the 2018-19 financial year. |
Profit fell in the year to March 2018. | Profit fell in the year to March 2018. |
Profit fell in the year to March 2018. | Profit fell in the year to June 2018. | wrong
They left on Christmas Day. | They left at Christmas 2018. |
They left on Christmas Day. | They left on Christmas Day 2017. | wrong
They left on New Year's Eve. | They left on 31 December 2018. |
They left on Sunday night. | They left on Sunday night. |
They left on Sunday night. | They left on 24 February 2019. |
They left on Sunday night. | They left on 17 February 2019. | wrong
They left in early January. | They left in January 2019. |
They left on Jan. 4. | They left in early January. |
They left on Jan. 4. | They left in late January. | wrong
They left on Jan. 15. | They left in mid-January. |
They left at the end of May 2018. | They left in late May 2018. |
They left at the end of May 2018. | They left at the beginning of May 2018. | wrong
They left between 2013 and 2015. | They left between 2013 and 2015. |
They left between 2013 and 2015. | They left between 2013 and 2016. | wrong
They left between 2013 and 2015. | They left in 2014. | wrong
They left in 2013-15. | They left from 2013 to 2015. |
Prices rose by 3.15 percent in May 2019. | Prices rose by 3.15 percent in May 2019. |
Prices rose by 3.15 percent in May 2019. | Prices rose at 3.15 in May 2019. | wrong
They left in 2013-15. | They left in 2013-16. | wrong
The strike is due on 3, 4 and 5 March. | The strike is due on 3, 4 and 5 March 2019. |
The strike is due on 3, 4 and 5 March. | The strike is due on 3 to 5 March. |
The strike is due on 3, 4 and 5 March. | The strike is due on 3, 4 and 6 March. | wrong
The strike is due on Monday and Tuesday. | The strike is due on Monday and Tuesday. |
The strike is due on Monday and Tuesday. | The strike is due on Monday and Wednesday. | wrong
The strike was on Feb. 4, 6 and 8. | The strike was on 6 February. |
The strike was on Feb. 4, 6 and 8. | The strike was on 7 February. | wrong
The court ruled on Feb. 4; two days after, they left. | They left on 6 February. | wrong
The storm hit overnight on Friday. | The storm hit overnight. |
The storm hit in the early hours of 4 February. | The storm hit in the early hours of 4 February 2019. |
The storm hit in the early hours of 4 February. | The storm hit on 3 February. | wrong
She resigned in March. | She resigned in May. | wrong
She resigned in March 2018. | She resigned in March 2018, a year before. |
It opened in May 1968. | It opened in May 1968. |
It opened in May 1968. | It opened in May 1969. | wrong
It opened in 1868. | It opened in 1868. |
It opened in 1868. | It opened in 1867. | wrong
The 2020s began badly. | The 2020s began badly. |
The 2020s began badly. | The 2010s began badly. | wrong
It was a 19th-century house. | It was a 19th-century house. |
It was a 19th-century house. | It was an 18th-century house. | wrong
They left the following Monday. | They left the following Monday. |
They left the following Monday. | They left the following Tuesday. | wrong
They left last Friday. | They left last Sunday. | wrong
They left last Friday. | They left on 22 February. |
"""
EVENT = """title: A case
date: "{date}"
{basis}status: {status}
summary: {summary}
passages: [{{source: report, exact: "{exact}"}}]
about: [event:walk-out]
note: It belongs to [[event:walk-out]].
review: published
"""


@pytest.fixture
def rules_of(base):
    """Return the rules that reject a date, for a passage that is the text of a report of 1 March 2019."""

    def rules_of(words, date="", phrase="", reasoning="", summary="It happened.", status="reported"):
        write_report(base, words, "2019-03-01")
        fields = {"phrase": phrase, "anchor": "source:report", "reasoning": reasoning}
        basis = {key: value for key, value in fields.items() if value}
        given = f"basis: {json.dumps(basis)}\n" if phrase or reasoning else ""
        event = EVENT.format(date=date, basis=given, exact=words, summary=json.dumps(summary), status=status)
        if not date:
            event = event.replace('date: ""\n', "")
        (base / "content/events/case.yml").write_text(event, "utf-8", newline="\n")
        return [finding.rule for finding in check_dossier(base).findings]

    return rules_of


@pytest.mark.parametrize("line", DATES.strip().splitlines())
def test_a_date_is_right_or_wrong_as_a_reader_would_say(rules_of, line):
    words, date, phrase, rule = (cell.strip() for cell in line.split("|"))
    reasoning = "It says so." if phrase.endswith(", so") else ""
    assert rules_of(words, date, phrase.removesuffix(", so"), reasoning) == ([rule] if rule else [])


@pytest.mark.parametrize("line", [*(REASONS + OTHER_STORIES + LIMITS).strip().replace("\n\n", "\n").splitlines()])
def test_a_reasoning_names_the_days_of_the_date(rules_of, line):
    words, date, phrase, reasoning, rule = (cell.strip() for cell in line.split("|"))
    assert rules_of(words, date, phrase, reasoning) == ([rule] if rule else [])


@pytest.mark.parametrize("line", WEEKDAYS_TO_COME.strip().splitlines())
def test_a_weekday_of_what_is_to_come_is_the_coming_one(rules_of, line):
    words, date, phrase, reasoning, status, is_wrong = (cell.strip() for cell in line.split("|"))
    rules = rules_of(words, date, phrase, reasoning, status=status)
    assert ("date-mismatch" in rules) == bool(is_wrong)


@pytest.mark.parametrize("line", STATEMENTS.strip().splitlines())
def test_a_statement_has_the_dates_of_its_evidence(rules_of, line):
    words, statement, is_wrong = (cell.strip() for cell in line.split("|"))
    assert bool(rules_of(words, summary=statement)) == bool(is_wrong)
