film-begun = Je filme…
film-progress = Je filme… { $done }/{ $count }
film-made = { $count ->
    [one] Un film de { $seconds } secondes : un plan.
   *[other] Un film de { $seconds } secondes : { $count } plans.
}
film-title-no-emoji = Ce serveur ne sait pas dessiner l’emoji du titre : le film s’en passe.
film-twins = { $count ->
    [one] Une photo qui ressemble à une autre n’y est pas.
   *[other] { $count } photos qui ressemblent à d’autres n’y sont pas.
}
film-no-time = { $count ->
    [one] Le temps a manqué pour une de plus ; un autre montage peut la montrer.
   *[other] Le temps a manqué pour { $count } de plus ; un autre montage peut les montrer.
}
film-private = Film fait avec Pépite, privé tant que vous ne le partagez pas.
film-instead = C’est une image animée, plus petite et moins fluide qu’une vidéo : ce serveur n’a pas de quoi écrire des vidéos.
film-nothing = Pour un film, il me faut deux photos ou vidéos qui ne se ressemblent pas trop. Envoyez-moi un album, puis /film.
film-given-up = Je n’ai pas réussi à faire ce film, malgré plusieurs essais. Rien n’a changé chez vous ; réessayez plus tard.
film-stopped = J’ai arrêté de filmer : ce qu’il fallait a été oublié, ou n’est plus permis.
film-file-begun = Je le filme à nouveau pour le fichier ; il arrivera ici.
film-file-name = film
film-button-square = Carré
film-button-story = Story
film-button-cut = ⟳ Autre montage
film-button-title-off = Sans titre
film-button-title-on = Avec son titre
film-button-file = En fichier
film-button-share = Partager

error-film-gone = Ce film n’est plus là : il a été oublié, ou trente jours ont passé. Ses photos peuvent en donner un autre.
error-film-changed = Ce bouton date d’avant le dernier changement ; je n’ai rien changé.
error-film-too-few = Pour un film, il me faut deux photos ou vidéos qui puissent être montrées et ne se ressemblent pas trop.
