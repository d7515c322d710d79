notes-noted = { $count ->
    [one] C’est noté : { $what }.
   *[other] C’est noté pour { $count } images : { $what }.
}
notes-quoted = « { $note } »
notes-for-later = Les photos de cet endroit porteront aussi ce nom.
notes-button-not-a-note = Ce n’était pas une note
notes-button-undo = Annuler
notes-gone = Celle-ci n’est déjà plus là.
notes-taken-back = C’est repris : tout est comme avant. Si ces mots m’étaient adressés, redites-les sous forme de question.
notes-too-late = Il n’y a plus rien à reprendre : quelque chose a changé depuis, ou les images ne sont plus là.
notes-voice-kept = { $which ->
    [replied] Votre voix reste avec cette photo, scellée ; je ne l’écoute pas, et personne d’autre ne le peut.
   *[last] Votre voix reste avec la dernière photo que vous avez donnée, scellée ; je ne l’écoute pas, et personne d’autre ne le peut.
}
notes-voice-replaced = Elle prend la place de la précédente.
notes-button-forget-voice = Oublier cette voix
notes-voice-taken-back = C’est repris : rien n’en est gardé.
notes-voice-gone = Cette voix n’est plus là.
error-voice-too-long = Une voix gardée avec une photo dure { $minutes } minutes au plus. Pouvez-vous m’en dire l’essentiel ?
error-voice-too-big = Une voix gardée avec une photo fait { $megabytes } Mo au plus, et celle-ci est plus grande.
error-voice-alone = Je peux garder une voix avec une photo, mais je ne sais pas de laquelle vous parlez. Répondez avec le micro à la photo dont vous parlez.
