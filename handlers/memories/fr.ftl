memories-ask-hour = À quelle heure un rappel vous conviendrait-il ?
memories-button-hour = { $hour } h
memories-ask-times = Combien par semaine, au plus ?
memories-button-times = { $count }
memories-ask-zone = Quelle heure est-il chez vous ?
memories-button-zone = { $time } · { $town }
memories-set = C’est réglé : au plus { $count ->
    [one] un rappel
   *[other] { $count } rappels
} par semaine, vers { $hour } h (heure locale, { $town }). Quand il n’y a rien de beau, je me tais.
memories-button-change = Changer
memories-button-pause = Silence pendant un mois
memories-button-stop = Arrêter tous les rappels
memories-paused = Silence jusqu’au { $day }. /memories y met fin plus tôt.
memories-stopped = Les rappels sont arrêtés, aucun n’est prévu. Ce que vous m’avez demandé d’éviter reste évité.
memories-off-already = Les rappels sont déjà arrêtés.

memories-nudge-on-this-day = { $years ->
    [one] Il y a un an, à peu près aujourd’hui
   *[other] Il y a { $years } ans, à peu près aujourd’hui
} : { $what }
memories-nudge-moment = Un moment jamais partagé : { $what }
memories-nudge-gem = Une photo à revoir : { $what }
memories-what = { $count ->
    [one] une photo
   *[other] { $count } photos
}{ $title ->
    [none] {""}
   *[known] , { $where }
}
memories-number = { $number } sur { $most } cette semaine
memories-button-open = Ouvrir
memories-button-not-today = Pas aujourd’hui
memories-button-never = Jamais
memories-button-why = Pourquoi ?
memories-opened = { $count ->
    [one] La voici
   *[other] Les voici
}, rien que pour vous.
memories-not-today = Entendu, pas aujourd’hui. Cela pourra revenir un autre jour.
memories-avoided-media = Merci de me le dire. Je ne { $count ->
    [one] la
   *[other] les
} montrerai plus.
memories-avoided-day = C’est compris. Je ne ressortirai rien de { $count ->
    [one] ce jour-là.
   *[other] ces jours-là.
}
memories-avoided-place = C’est compris. Je ne ressortirai rien de { $count ->
    [one] ce lieu.
   *[other] ces lieux.
}
memories-avoid-more = Dois-je en éviter d’autres ? Vous n’avez pas à dire pourquoi, et votre réponse n’apprend rien à aucune IA.
memories-avoided-enough = Très bien. Je retiens ce que vous m’avez demandé d’éviter.
memories-button-avoid-day = { $count ->
    [one] Ce jour
   *[other] Ces jours
}
memories-button-avoid-place = { $count ->
    [one] Ce lieu
   *[other] Ces lieux
}
memories-button-that-is-all = C’est tout
memories-gone = Ce souvenir n’est plus là.

memories-why = Pourquoi celui-ci :
memories-why-line = • { $reason }
memories-reason-on-this-day = { $value ->
    [one] c’était à peu près ce jour, il y a un an
   *[other] c’était à peu près ce jour, il y a { $value } ans
}
memories-reason-moment = c’est un même moment de { $value } photos
memories-reason-never-shared = vous ne l’avez jamais partagé
memories-reason-people = { $value ->
    [one] il y a quelqu’un dessus
   *[other] il y a { $value } personnes dessus
}
memories-reason-place = vous avez peu de photos de ce lieu : { $value }
memories-reason-concept = on y voit ce que vos photos montrent rarement : { $value }
memories-reason-note = vous y avez joint un mot
memories-reason-long-ago = { $value ->
    [0] cela date un peu
    [one] cela a un an
   *[other] cela a { $value } ans
}
memories-reason-quality = c’est net et bien éclairé
memories-why-end = Personne n’a été reconnu pour le trouver. /memories change ou arrête les rappels.
