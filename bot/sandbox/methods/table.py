"""Which function answers which method; what is not here, `dispatch` answers."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiogram import methods as api
from aiogram.methods.base import TelegramMethod

from bot.sandbox.media import Uploads
from bot.sandbox.methods import (
    answers,
    chats,
    editing,
    media,
    messages,
    profile,
    receiving,
    stories,
    texts,
)
from bot.sandbox.world import World

AtOnce = Callable[[World, Any], Any]
InTime = Callable[[World, Any, Uploads], Awaitable[Any]]
Model = type[TelegramMethod[Any]]

AT_ONCE: Mapping[Model, AtOnce] = {
    api.GetMe: chats.get_me,
    api.GetChat: chats.get_chat,
    api.GetChatMember: chats.get_chat_member,
    api.GetFile: chats.get_file,
    api.GetBusinessConnection: chats.get_business_connection,
    api.LogOut: receiving.log_out,
    api.Close: receiving.close,
    api.SetWebhook: receiving.set_webhook,
    api.DeleteWebhook: receiving.delete_webhook,
    api.GetWebhookInfo: receiving.get_webhook_info,
    api.SendMessage: texts.send_message,
    api.SendMessageDraft: texts.send_message_draft,
    api.SendChatAction: texts.send_chat_action,
    api.EditMessageText: editing.edit_text,
    api.EditMessageCaption: editing.edit_caption,
    api.EditMessageReplyMarkup: editing.edit_markup,
    api.DeleteMessage: messages.delete_message,
    api.DeleteMessages: messages.delete_messages,
    api.ForwardMessage: messages.forward_message,
    api.CopyMessage: messages.copy_message,
    api.PinChatMessage: messages.pin_message,
    api.UnpinChatMessage: messages.unpin_message,
    api.SetMessageReaction: messages.set_reaction,
    api.AnswerCallbackQuery: answers.answer_callback,
    api.AnswerInlineQuery: answers.answer_inline,
    api.SetMyCommands: profile.set_commands,
    api.GetMyCommands: profile.get_commands,
    api.DeleteMyCommands: profile.delete_commands,
    api.SetMyName: profile.set_name,
    api.GetMyName: profile.get_name,
    api.SetMyDescription: profile.set_description,
    api.GetMyDescription: profile.get_description,
    api.SetMyShortDescription: profile.set_short_description,
    api.GetMyShortDescription: profile.get_short_description,
    api.SetChatMenuButton: profile.set_menu_button,
    api.GetChatMenuButton: profile.get_menu_button,
    api.SetMyDefaultAdministratorRights: profile.set_default_rights,
    api.GetMyDefaultAdministratorRights: profile.get_default_rights,
    api.DeleteStory: stories.delete_story,
}

IN_TIME: Mapping[Model, InTime] = {
    api.GetUpdates: receiving.get_updates,
    api.SendPhoto: media.send_photo,
    api.SendDocument: media.send_document,
    api.SendVideo: media.send_video,
    api.SendAnimation: media.send_animation,
    api.SendVoice: media.send_voice,
    api.SendMediaGroup: media.send_media_group,
    api.EditMessageMedia: editing.edit_media,
    api.PostStory: stories.post_story,
    api.EditStory: stories.edit_story,
}
