# Une date ou une période, seule (titres, listes) puis dans une phrase (« -when »).

date-season-name = { $season ->
    [spring] printemps
    [summer] été
    [autumn] automne
    [fall] automne
   *[winter] hiver
}

date-day = { $first }
date-day-when = le { $first }
date-days = { $begin }–{ $end }
date-days-when = du { $begin } au { $end }
date-days-apart = { $first_without_year } – { $last }
date-days-apart-when = du { $first_without_year } au { $last }
date-month = { $first_month }
date-month-when = en { $first_month }
date-months = { $first_month_name }–{ $last_month }
date-months-when = entre { $first_month_name } et { $last_month }
date-season = { date-season-name } { $years }
date-season-when = { $season ->
    [spring] au printemps { $years }
    [summer] pendant l’été { $years }
    [autumn] à l’automne { $years }
    [fall] à l’automne { $years }
   *[winter] pendant l’hiver { $years }
}
date-year = { $first_year }
date-year-when = en { $first_year }
date-years = { $first_year }–{ $last_year }
date-years-when = entre { $first_year } et { $last_year }
date-decade = années { $first_year }
date-decade-when = dans les années { $first_year }

date-about-day = vers le { $first }
date-about-month = vers { $first_month }
date-about-season = { $season ->
    [spring] vers le printemps { $years }
    [summer] vers l’été { $years }
    [autumn] vers l’automne { $years }
    [fall] vers l’automne { $years }
   *[winter] vers l’hiver { $years }
}
date-about-year = vers { $first_year }
date-about-years = vers { $first_year }–{ $last_year }
date-about-decade = vers les années { $first_year }

date-about-day-when = vers le { $first }
date-about-month-when = vers { $first_month }
date-about-season-when = { $season ->
    [spring] vers le printemps { $years }
    [summer] vers l’été { $years }
    [autumn] vers l’automne { $years }
    [fall] vers l’automne { $years }
   *[winter] vers l’hiver { $years }
}
date-about-year-when = vers { $first_year }
date-about-years-when = vers { $first_year }–{ $last_year }
date-about-decade-when = vers les années { $first_year }
