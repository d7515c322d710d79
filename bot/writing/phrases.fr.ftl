# Ce que l’on peut écrire sous des photos, sans rien dire qui ne soit su.
#
# Une légende s’appelle esprit-portée-mots. Esprits : plain (sobre), warm (chaleureux),
# playful (joueur). Portées : one (une seule photo), many (plusieurs), any (les deux).
# Une légende n’est proposée que si chaque variable qu’elle nomme est connue.
# Avec une majuscule, la même variable ouvre une phrase.
#
# place Le Havre · in-place au Havre · of-place du Havre · places Lyon et Pékin
# in-places à Lyon et à Pékin · route de Lyon à Pékin · date 12 octobre 2024
# when le 12 octobre 2024 · weekday samedi · of-month d’octobre · days trois jours
# photos huit photos · people une personne · group trois personnes (deux au moins)
# together à trois · seen un chat, sur une seule photo · things un chat et une fleur (deux
# au moins) · a-thing un chat · the-thing le chat · note ce que la personne a écrit

## Mots

word-number = { $n ->
    [2] deux
    [3] trois
    [4] quatre
    [5] cinq
    [6] six
    [7] sept
    [8] huit
    [9] neuf
    [10] dix
    [11] onze
    [12] douze
    [13] treize
    [14] quatorze
    [15] quinze
    [16] seize
   *[other] { $digits }
}
word-photos = { word-number } photos
word-days = { word-number } jours
word-people = { $n ->
    [1] une personne
   *[other] { word-number } personnes
}
word-together = à { word-number }
word-list-two = { $first } et { $second }
word-list-three = { $first }, { $second } et { $third }
word-list-more = { $first }, { $second } et { word-number } autres lieux
word-route = { $begin } { $end }

## Titres

title-place-date = { $Place }, { $date }
title-two-places = { $Place } & { $other }
title-two-places-date = { $Place } & { $other }, { $date }
title-place = { $Place }
title-date = { $Date }

## Moments

moment-place-date = { $Place }, { $date }
moment-places-one = { $town_1 }
moment-places-two = { $town_1 } et { $town_2 }
moment-places-three = { $town_1 }, { $town_2 } et { $town_3 }
moment-weekend = Week-end { $in_place }, { $date }
moment-stay = Séjour { $in_place }, { $date }
moment-day = Une journée { $in_place }, { $date }
moment-evening = Une soirée { $in_place }, { $date }
moment-christmas = Noël { $year }
moment-new-year = Réveillon du 31 décembre { $year }
moment-feast-in-place = { $feast } { $in_place }

## Sobre

plain-any-place-date = { $Place }, { $date }.
plain-any-it-was-place = C’était { $when }, { $in-place }.
plain-any-place = { $Place }.
plain-any-seen-at = Vu { $in-place }.
plain-any-date = { $Date }.
plain-any-it-was = C’était { $when }.
plain-any-places-date = { $Places }, { $date }.
plain-any-places = { $Places }.
plain-any-stops = Étapes : { $places }.
plain-any-place-things = { $Place } : { $things }.
plain-any-place-date-things = { $Place }, { $date } : { $things }.
plain-any-date-things = { $Date } : { $things }.
plain-any-things = { $Things }.
plain-any-note = « { $note } »
plain-any-note-place = « { $note } », { $in-place }.
plain-any-note-date = « { $note } », { $when }.
plain-any-note-place-date = « { $note } », { $in-place }, { $when }.
plain-one-seen = { $Seen }.
plain-one-seen-place = { $Seen }, { $in-place }.
plain-one-seen-date = { $Seen }, { $when }.
plain-one-seen-place-date = { $Seen }, { $in-place }, { $when }.
plain-one-group = Sur la photo : { $group }.
plain-one-group-place = { $Group }, { $in-place }.
plain-one-group-date = { $Group }, { $when }.
plain-one-group-place-date = { $Group }, { $in-place }, { $when }.
plain-one-photo = Une photo, simplement.
plain-one-nothing-else = Une photo, rien de plus.
plain-one-photo-place = Une photo prise { $in-place }.
plain-one-photo-date = Une photo prise { $when }.
plain-many-photos = { $Photos }.
plain-many-row = { $Photos } réunies.
plain-many-photos-place = { $Photos } prises { $in-place }.
plain-many-photos-date = { $Photos } prises { $when }.
plain-many-photos-place-date = { $Photos } prises { $in-place }, { $when }.
plain-many-photos-places = { $Photos }, { $in-places }.
plain-many-photos-things = { $Photos } : { $things }.
plain-many-photos-thing = { $Photos } où l’on voit { $a-thing }.
plain-many-photos-people = { $Photos }, et jusqu’à { $group } sur la même image.

## Chaleureux

warm-any-memory = Un souvenir { $of-place }.
warm-any-memory-date = Un souvenir { $of-place }, { $date }.
warm-any-album-place-date = Un coin d’album pour { $place }, { $date }.
warm-any-more-date = { $Date }, et un souvenir de plus.
warm-any-album-place = Une petite place dans l’album pour { $place }.
warm-any-keep = À garder.
warm-any-later = Pour plus tard, et pour longtemps.
warm-any-weekday-place = Un { $weekday } { $of-month }, { $in-place }.
warm-any-weekday = Rien qu’un { $weekday } { $of-month }.
warm-any-weekday-thing = Un { $weekday } { $of-month } et { $a-thing }.
warm-any-longer-place = { $Place }, encore un instant.
warm-any-noted = Noté avant d’oublier : { $place }, { $date }.
warm-any-route = { $Route }, { $date }.
warm-any-route-between = { $Route }, et tout ce qu’il y a au milieu.
warm-any-note = « { $note } », pour ne pas oublier.
warm-any-note-date = « { $note } », un souvenir { $of-place }, { $date }.
warm-any-things-place = { $Place } dans un coin de la mémoire : { $things }.
warm-any-again = À regarder encore, de temps en temps.
warm-one-seen = { $Seen }, en souvenir.
warm-one-seen-place = { $Seen }, pour ne pas oublier { $place }.
warm-one-together = { $Together }, et un souvenir de plus.
warm-one-together-place = { $Together }, { $in-place }.
warm-one-together-date = { $Together }, { $when }.
warm-one-together-place-date = { $Together }, { $in-place }, { $when }.
warm-one-group = { $Group }, un même souvenir.
warm-one-photo = Une photo à garder.
warm-many-remember = { $Photos } pour ne pas oublier { $place }.
warm-many-remember-date = { $Photos } prises { $in-place }, { $when } : de quoi se souvenir.
warm-many-keep = { $Photos } à garder.
warm-many-again-date = { $Photos } prises { $when }, à revoir sans se presser.
warm-many-again-places = { $Places }, et { $photos } pour y revenir.
warm-many-days = { $Days } { $in-place }, { $photos } pour s’en souvenir.
warm-many-days-only = { $Days }, { $photos } et le temps de s’en souvenir.
warm-many-things = { $Photos } en souvenir : { $things }.
warm-many-thing = { $Photos } pour revoir { $a-thing }.

## Joueur

playful-any-manual = { $Place }, mode d’emploi : { $things }.
playful-any-programme = Au programme : { $things }.
playful-any-programme-date = { $Date }, au programme : { $things }.
playful-any-clues = Indices : { $things }.
playful-any-clue = Premier indice : { $a-thing }.
playful-any-itself = Avec, dans son propre rôle, { $a-thing }.
playful-any-itself-place = { $In-place }, dans son propre rôle : { $a-thing }.
playful-any-proof = Preuve à l’appui : { $place }, { $date }.
playful-any-exhibit = Pièce à conviction : { $place }, { $date }.
playful-any-once = Il était une fois, { $in-place }, { $when }…
playful-any-once-date = Il était une fois, { $when }…
playful-any-once-place = Il était une fois, { $in-place }…
playful-any-freeze = Arrêt sur image : { $place }, { $date }.
playful-any-freeze-date = Arrêt sur image : { $date }.
playful-any-where = Devinez où. Un indice : { $place }.
playful-any-when = Devinez quand. Un indice : { $date }.
playful-any-episode = Épisode du { $weekday } : { $place }.
playful-any-itinerary = Itinéraire conseillé : { $route }.
playful-any-places = À l’affiche : { $places }.
playful-any-caption = À vous de trouver la légende.
playful-any-mystery = Le reste de l’histoire ne tient pas dans le cadre.
playful-any-note = Version officielle : « { $note } »
playful-any-note-place = Version officielle, { $in-place } : « { $note } »
playful-any-subtitle = Sous-titre : « { $note } »
playful-one-innocent = { $The-thing } n’a rien demandé.
playful-one-innocent-place = { $In-place }, { $the-thing } n’avait rien demandé.
playful-one-star = Dans le premier rôle : { $the-thing }.
playful-one-star-place = { $In-place }, dans le premier rôle : { $the-thing }.
playful-one-find = Cherchez { $the-thing }.
playful-one-find-date = Cherchez { $the-thing }. Un indice : { $date }.
playful-one-cast = Distribution : { $people }.
playful-one-cast-place = { $In-place }, { $people } au générique.
playful-one-worth = Une photo vaut mieux qu’un long discours.
playful-many-worth = { $Photos } valent mieux qu’un long discours.
playful-many-exists = { $Place } existe bel et bien : { $photos } le prouvent.
playful-many-route = { $Route } en { $photos }.
playful-many-tell = { $Photos } pour tout raconter, ou presque.
playful-many-tell-place = { $Place } en { $photos }, ou presque.
playful-many-cast = Distribution : jusqu’à { $group }.
