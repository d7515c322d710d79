"""The conversations, in the order a person meets them; the first that hears an update has it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from aiogram import Dispatcher
from aiogram.utils.callback_answer import CallbackAnswerMiddleware

from bot.clock import Clock
from bot.texts import Language, Texts
from handlers.assistant.router import build_router as assistant
from handlers.collage.router import build_router as collage
from handlers.consent.router import build_router as consent
from handlers.film.router import build_router as film
from handlers.gallery.router import build_router as gallery
from handlers.instead import ask_instead
from handlers.looks.router import build_router as looks
from handlers.memories.router import build_router as memories
from handlers.middleware.consent import ConsentMiddleware
from handlers.middleware.errors import ErrorsMiddleware
from handlers.middleware.operators import OperatorMiddleware
from handlers.middleware.person import PersonMiddleware
from handlers.middleware.throttle import ThrottleMiddleware
from handlers.notes.router import build_router as notes
from handlers.operator.router import build_router as operator
from handlers.privacy.router import build_router as privacy
from handlers.roles import Roles
from handlers.sharing.router import build_router as sharing
from handlers.stopping import build_router as stopping
from handlers.welcome.router import build_router as welcome
from handlers.writing.router import build_router as writing

FOLDER: Final = Path(__file__).parent
# Looks before the gallery: a picture that was asked for its style is not given to keep.
CONVERSATIONS: Final = (
    welcome, consent, privacy, looks, gallery, collage, film, memories, writing, sharing, notes,
    assistant, operator, stopping,
)  # fmt: skip


def build_dispatcher(
    texts: Mapping[Language, Texts], clock: Clock, roles: Roles, operators: frozenset[int]
) -> Dispatcher:
    """Every conversation behind the middlewares: errors, throttle, operators, person, consent.

    operators: Telegram ids of who may use /admin.
    """
    dispatcher = Dispatcher(
        disable_fsm=True,
        clock=clock,
        translations=texts,
        registrar=roles.registrar,
        library=roles.library,
        importer=roles.importer,
        annotator=roles.annotator,
        keeper=roles.keeper,
        viewer=roles.viewer,
        voices=roles.voices,
        studio=roles.studio,
        director=roles.director,
        atelier=roles.atelier,
        writer=roles.writer,
        curator=roles.curator,
        publisher=roles.publisher,
        custodian=roles.custodian,
        assistant=roles.assistant,
        remote=roles.remote,
        stops=roles.stops,
    )
    dispatcher.update.outer_middleware(ErrorsMiddleware(texts))
    dispatcher.update.outer_middleware(ThrottleMiddleware(clock, texts))
    dispatcher.update.outer_middleware(OperatorMiddleware(operators))
    dispatcher.update.outer_middleware(PersonMiddleware(roles.registrar, texts))
    dispatcher.callback_query.middleware(CallbackAnswerMiddleware(pre=True))
    for heard in (
        dispatcher.message,
        dispatcher.callback_query,
        dispatcher.inline_query,
        dispatcher.chosen_inline_result,
    ):
        heard.middleware(ConsentMiddleware(clock, ask_instead))
    for build_router in CONVERSATIONS:
        dispatcher.include_router(build_router())
    return dispatcher
