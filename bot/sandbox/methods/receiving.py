"""getUpdates, webhook settings, logOut and close."""

import re
from urllib.parse import urlsplit

from aiogram.methods import (
    Close,
    DeleteWebhook,
    GetUpdates,
    GetWebhookInfo,
    LogOut,
    SetWebhook,
)

from bot.sandbox.errors import ApiError, bad
from bot.sandbox.media import Uploads
from bot.sandbox.state import Json, WebhookTarget
from bot.sandbox.updates import POLL_SECONDS, WEBHOOK_SET
from bot.sandbox.world import World

WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
SECRET = re.compile(r"[A-Za-z0-9_-]*")
SECRET_LENGTH = 256
CONNECTIONS = 40
LOOPBACK = ("127.0.0.1", "localhost", "::1")
PORTS = (443, 80, 88, 8443)


class RawJson(str):
    """An answer that is already written."""

    __slots__ = ()


async def get_updates(world: World, call: GetUpdates, _uploads: Uploads) -> RawJson:
    if world.webhook is not None:
        raise ApiError(409, WEBHOOK_ACTIVE)
    world.queue.allow(call.allowed_updates)
    timeout = min(max(call.timeout or 0, 0), POLL_SECONDS)
    limit = 100 if call.limit is None else call.limit
    return RawJson(await world.queue.poll(call.offset or 0, limit, timeout))


def set_webhook(world: World, call: SetWebhook) -> bool:
    if not call.url:
        return _delete(world, drop=bool(call.drop_pending_updates))
    _check_url(call.url)
    secret = call.secret_token or ""
    if len(secret) > SECRET_LENGTH:
        raise bad("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    if call.drop_pending_updates:
        world.queue.clear()
    world.queue.abort(WEBHOOK_SET)
    world.queue.allow(call.allowed_updates)
    world.webhook = WebhookTarget(call.url, secret, call.max_connections or CONNECTIONS)
    world.queue.on_update()
    return True


def _check_url(url: str) -> None:
    """As the real server, but plain HTTP is fine on this machine, where nobody else listens."""
    address = urlsplit(url)
    if not address.hostname or address.scheme not in ("http", "https"):
        raise bad("invalid webhook URL specified")
    if address.hostname in LOOPBACK:
        return
    if address.scheme != "https":
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if (address.port or 443) not in PORTS:
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def delete_webhook(world: World, call: DeleteWebhook) -> bool:
    return _delete(world, drop=bool(call.drop_pending_updates))


def _delete(world: World, *, drop: bool) -> bool:
    world.webhook = None
    if drop:
        world.queue.clear()
    return True


def get_webhook_info(world: World, _call: GetWebhookInfo) -> Json:
    target = world.webhook
    info: Json = {
        "url": target.url if target else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.queue),
    }
    if target:
        info["max_connections"] = target.max_connections
        if target.last_error:
            info["last_error_date"] = int(target.last_error_at)
            info["last_error_message"] = target.last_error
    if world.queue.allowed:
        info["allowed_updates"] = sorted(world.queue.allowed)
    return info


def log_out(world: World, _call: LogOut) -> bool:
    world.is_logged_out = True
    world.queue.abort("Unauthorized")
    return True


def close(world: World, _call: Close) -> bool:
    world.queue.abort("Conflict: terminated by close request")
    return True
