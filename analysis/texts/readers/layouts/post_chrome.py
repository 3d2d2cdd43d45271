"""Lines around posts that are no post's text: of the channel, of media, of Telegram, and why each is left out."""

from __future__ import annotations

import re

HEADER = "channel header"
FORWARDED = "forwarded line"
COUNTS, DAY_HEADING, NAME, SERVICE_LINE = "counts of a post", "day heading", "name of the channel", "service message"
REPLY, DATE, MEDIA, BUTTON = "quoted post of a reply", "date of a post", "media line", "button"
ADDRESS = "address of a post"
HEADER_LINES, HEADER_CHARACTERS = 12, 1_500  # of what may stand before the first post and is none
SERVICE_MESSAGE = re.compile(
    r"channel (?:photo|name|title|video)? ?(?:was |has been )?(?:updated|removed|changed|created|deleted)\b.*|"
    r"channel (?:name|title) (?:was )?changed(?: to .+)?|"
    r".{1,128} pinned (?:[«\"“].*|an? (?:photo|video|file|poll|message|gif).*)|"
    r"(?:live stream|video chat|voice chat) (?:started|finished|scheduled)\b.*|"
    r"(?:фото|название|имя|видео) канала (?:обновлено|изменено|удалено)\b.*|"
    r".{1,128} закрепил[аи]? (?:[«\"“]|сообщение).*|"
    r"канал создан|создан канал|(?:трансляция|видеочат) (?:началась|завершена|начался|завершён)\b.*",
    re.IGNORECASE,
)
MEDIA_LINE_FORM = re.compile(
    r"media is too big|(?:view|open) in telegram|\d{1,2}:\d\d(?::\d\d)?|(?:anonymous |public )?(?:poll|quiz)|"
    r"(?:photo|video|audio|gif|sticker|voice message|фото|видео|аудио|голосовое сообщение)|"
    r"(?:анонимный )?(?:опрос|викторина)|[\d.,]+\s?[kmкм]? (?:votes?|voters|голос(?:ов|а)?)|final results",
    re.IGNORECASE,
)
MEDIA_NAMES = {
    "photo": "photo", "фото": "photo", "video": "video", "видео": "video", "audio": "audio", "аудио": "audio",
    "gif": "animation", "sticker": "sticker", "voice message": "voice", "голосовое сообщение": "voice",
    "media is too big": "video",
}  # fmt: skip
BUTTON_FORM = re.compile(
    r"(?:(?:share|поделиться|(?:open|открыть|смотреть|читать) (?:in|в) (?:telegram|телеграм\w*)|report|пожаловаться|"
    r"copy link|(?:с)?копировать ссылку|(?:подробная )?статистика|statistics|leave a comment|(?:про)?комментировать|"
    r"показать полностью|show more|читать далее|ещё|еще)[\s|·•]*)+",
    re.IGNORECASE,
)
POST_ADDRESS = re.compile(r"(?:https?://)?(?:t|telegram)\.me/(?:s/)?(\w{4,32}/\d+)/?", re.IGNORECASE)
BARE_COUNT = re.compile(r"\d[\d.,\s]{0,12}\s?[kmкм]?", re.IGNORECASE)  # beside a symbol that was not copied
VIDEO_MISSING = "video not available"
CLOSING = "closing count of posts"
