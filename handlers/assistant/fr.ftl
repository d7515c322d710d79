assistant-found = { $count ->
    [one] <b>{ $what }</b> · une image
   *[other] <b>{ $what }</b> · { $count } images
}
assistant-nothing = <b>{ $what }</b> · j’ai cherché, et rien trouvé.
assistant-nothing-words = Je cherche les mots dans vos notes, vos titres et légendes, et les noms de villes.
assistant-near = Avec une chose en moins, il y aurait :
assistant-which = Je peux comprendre cela de deux façons. Laquelle est la bonne ?
assistant-wrong = Je vous ai donc mal compris. Une chose en moins, peut-être ? Ou dites-le autrement, par exemple <code>les photos de plage de l’été dernier</code>.
assistant-gone = Cette question est trop ancienne, ou ces images ne sont plus là. Demandez-moi à nouveau.
assistant-too-few = { $count ->
    [0] <b>{ $what }</b> · il faut deux photos pour un collage, et je n’en trouve aucune.
    [one] <b>{ $what }</b> · il faut deux photos pour un collage, et je n’en trouve qu’une.
   *[other] <b>{ $what }</b> · parmi ces { $count } images, il n’y en a pas deux que je puisse assembler.
}
assistant-making = <b>{ $what }</b> · je prépare un collage de { $count } photos…
assistant-filming = <b>{ $what }</b> · je tourne un film de { $count } images…
assistant-needs-looking = Pour cela je devrais regarder vos photos, et vous m’avez demandé de ne pas le faire. Par date, ou par les mots de vos notes, je peux encore les trouver. Pour changer d’avis : /privacy
assistant-button-show = Les montrer
assistant-button-show-one = La montrer
assistant-button-gallery = Les feuilleter
assistant-button-gallery-one = La voir dans la galerie
assistant-button-make = En faire un collage
assistant-button-wrong = Pas ça
assistant-button-without = { $part ->
    [date] Sans la date
    [place] Sans le lieu
    [concept] Sans ce qu’on y voit
    [people] Sans les personnes
    [words] Sans les mots
    [shared] Partagées ou non
   *[film] Les photos aussi
} · { $count }

assistant-latest = vos dernières images
assistant-words = « { $words } » dans vos mots
assistant-people = { $exact ->
    [yes] { $count ->
        [0] personne dessus
        [one] une personne
       *[other] { $count } personnes
    }
   *[no] { $count ->
        [one] avec du monde
       *[other] { $count } personnes ou plus
    }
}
assistant-since = depuis le { $day }
assistant-until = jusqu’au { $day }
assistant-shared = { $shared ->
    [yes] déjà partagées
   *[no] jamais partagées
}
assistant-films = vidéos
assistant-kind = { $kind ->
    [animal] animaux
    [plant] plantes
    [food] nourriture et boissons
    [vehicle] véhicules
    [scene] lieux et paysages
   *[thing] objets
}

assistant-no-collage = Il n’y a pas encore de collage à modifier ici. Envoyez-moi quelques photos, ou demandez-en un : <code>un collage de l’été dernier</code>.
assistant-changed-own-title = Le titre est maintenant « { $title } ».
assistant-changed-caption = Vos mots sont maintenant la légende.
assistant-changed-layout = Voici une autre disposition.
assistant-changed-light = Le voici en clair.
assistant-changed-dark = Le voici en sombre.
assistant-changed-square = Le voici carré.
assistant-changed-story = Le voici en hauteur, pour une story.
assistant-changed-wide = Le voici en large.
assistant-changed-notitle = Le titre est retiré.
assistant-changed-back = Ce qui était écarté y est de nouveau.
assistant-changed-theme = Le voici en « { $name } ».
assistant-changed-look = Style appliqué : { $name }.
assistant-changed-swap = Elles ont échangé leurs places.
assistant-changed-bigger = Celle-là est plus grande maintenant.
assistant-changed-crop = La voici recadrée autrement.
assistant-changed-drop = { $count ->
    [one] Celle-là n’est plus sur la page ; « annule » la remet.
   *[other] Celles-là ne sont plus sur la page ; « annule » les remet.
}
assistant-changed-undo = C’est annulé : il est comme avant.
assistant-which-photo = Quelle photo ? Dites-le par son numéro, par exemple <code>la 3 en plus grand</code> ou <code>échange 1 et 4</code>. Sous le collage, « Modifier… » puis « En agrandir une » montre les numéros. Je n’ai rien changé.
assistant-cannot = Cela, je ne sais pas le faire dans un collage ; je n’ai rien changé. Je sais agrandir une photo (<code>la 3 en plus grand</code>), en échanger deux (<code>échange 1 et 4</code>), en retirer une (<code>enlève la 2</code>), la recadrer, l’habiller (<code>la 2 en noir et blanc</code>), changer le thème, la forme ou le titre, et revenir en arrière (<code>annule</code>). Le reste est sous le collage : « Modifier… ».
assistant-why = Que voulez-vous que je vous explique ?
assistant-button-why-collage = Ce collage : les détails
assistant-button-why-memory = Le dernier rappel
assistant-help =
    Dites-le simplement, par exemple :
    • <code>les photos de chat de l’an dernier</code>
    • <code>les photos de Lyon jamais partagées</code>
    • <code>mes images de Noël 2022 avec deux personnes</code>
    • <code>un collage de l’été dernier</code>
    • <code>titre : Chez Mamie</code>, <code>plus sombre</code>, <code>en story</code>
    • <code>la 3 en plus grand</code>, <code>échange 1 et 4</code>, <code>annule</code>
    • <code>pourquoi ces photos ?</code>

    Je trouve, je compose, je modifie les brouillons. Partager, accepter et effacer : c’est toujours vous qui appuyez.
assistant-thanks = Avec plaisir.
assistant-rewrite = Je réécris vos mots dans /write : vous y voyez chaque changement, et gardez les vôtres si vous préférez.
assistant-not-understood =
    Je n’ai pas compris, et je n’ai donc rien fait. Je sais trouver des photos, composer des collages et modifier le dernier, par exemple <code>les photos de plage de l’été dernier</code>, <code>un collage de Lyon</code> ou <code>titre : Chez Mamie</code>.

    Pour d’autres exemples, écrivez simplement « aide ». Tout ce que je sais faire : /help.
assistant-screen-share = Partager, c’est votre geste : le bouton Partager sous un collage. Je ne le fais jamais à votre place.
assistant-screen-forget = Oublier, c’est votre geste : dans /gallery, une image ou toutes. Pour tout ce qui vous concerne : /privacy. Je n’ai rien fait.
assistant-screen-privacy = Accepter, refuser, prendre une copie, effacer : c’est vous qui appuyez, sur un seul écran. Je n’ai rien fait.
assistant-screen-memories = Les rappels ont leur propre écran.
assistant-screen-language = La langue se choisit d’un appui.
assistant-button-privacy = Ouvrir la confidentialité
assistant-button-memories = Rappels
assistant-button-language = Langue

assistant-button-chat = Discuter avec une IA…
assistant-chat-line = Discussion avec une IA · je n’en utilise rien pour un entraînement
assistant-chat-no-answer = { $why } Je sais toujours trouver des photos et composer des collages : écrivez « aide » pour des exemples.
assistant-button-ask = Demander à { $host }
assistant-button-end = Terminer la discussion
assistant-chat-open = Discussion avec une IA chez { $host } : ce que vous écrivez et que je ne comprends pas moi-même y part désormais, avec les derniers échanges de cette discussion, et rien d’autre de vous. Je la garde chiffrée, 90 jours au plus, et je n’en utilise rien pour un entraînement. « Terminer la discussion » ou /cancel l’arrête.
assistant-chat-ended = La discussion avec l’IA est terminée : plus rien n’y part.
