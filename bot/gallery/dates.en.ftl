# A date or a period, by itself (titles, lists) and then within a sentence ("-when").

date-season-name = { $season ->
    [spring] spring
    [summer] summer
    [autumn] autumn
    [fall] fall
   *[winter] winter
}

date-day = { $first }
date-day-when = on { $first }
date-days = { $begin }–{ $end }
date-days-when = from { $begin } to { $end }
date-days-apart = { $first_without_year } – { $last }
date-days-apart-when = from { $first_without_year } to { $last }
date-month = { $first_month }
date-month-when = in { $first_month }
date-months = { $first_month_name }–{ $last_month }
date-months-when = between { $first_month_name } and { $last_month }
date-season = { date-season-name } { $years }
date-season-when = { $season ->
    [spring] in the spring of { $years }
    [summer] in the summer of { $years }
    [autumn] in the autumn of { $years }
    [fall] in the fall of { $years }
   *[winter] in the winter of { $years }
}
date-year = { $first_year }
date-year-when = in { $first_year }
date-years = { $first_year }–{ $last_year }
date-years-when = between { $first_year } and { $last_year }
date-decade = the { $first_year }s
date-decade-when = in the { $first_year }s

date-about-day = about { $first }
date-about-month = about { $first_month }
date-about-season = { $season ->
    [spring] about spring { $years }
    [summer] about summer { $years }
    [autumn] about autumn { $years }
    [fall] about fall { $years }
   *[winter] about winter { $years }
}
date-about-year = about { $first_year }
date-about-years = about { $first_year }–{ $last_year }
date-about-decade = about the { $first_year }s

date-about-day-when = around { $first }
date-about-month-when = around { $first_month }
date-about-season-when = { $season ->
    [spring] around the spring of { $years }
    [summer] around the summer of { $years }
    [autumn] around the autumn of { $years }
    [fall] around the fall of { $years }
   *[winter] around the winter of { $years }
}
date-about-year-when = around { $first_year }
date-about-years-when = around { $first_year }–{ $last_year }
date-about-decade-when = around the { $first_year }s
