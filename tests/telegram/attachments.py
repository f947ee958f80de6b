"""What families send although nobody asked: contents as Telegram describes them, with a canary in every name."""

from typing import Any

KINDS = (
    "animation",
    "audio",
    "checklist",
    "contact",
    "dice",
    "document",
    "game",
    "location",
    "paid_media",
    "passport_data",
    "photo",
    "poll",
    "sticker",
    "story",
    "venue",
    "video",
    "video_note",
    "voice",
)


def attachment(kind: str, canary: str, number: int) -> dict[str, Any]:
    """The content fields of a message of this kind; `number` tells one file from another."""
    assert kind in KINDS, f"{kind!r} is none of {', '.join(KINDS)}"
    makers = {**_files(canary, number), **_other(canary, number)}
    return {kind: makers[kind], **({"document": makers["document"]} if kind == "animation" else {})}


def _file(number: int, size: int, **fields: Any) -> dict[str, Any]:
    return {"file_id": f"AgACAgIAAxk{number:08d}", "file_unique_id": f"AQAD{number:08d}", "file_size": size, **fields}


def _files(canary: str, number: int) -> dict[str, Any]:
    clip = {"width": 640, "height": 360, "duration": 12, "mime_type": "video/mp4"}
    thumbnail = _file(number + 1, 4_321, width=90, height=51)
    return {
        "photo": [
            _file(number, 1_200, width=90, height=67),
            _file(number + 1, 21_000, width=320, height=240),
            _file(number + 2, 88_000, width=1280, height=960),
        ],
        "video": _file(number, 900_000, file_name=f"{canary}.mp4", thumbnail=thumbnail, **clip),
        "animation": _file(number, 90_000, file_name=f"{canary}.gif.mp4", **clip),
        "video_note": _file(number, 300_000, length=240, duration=8),
        "voice": _file(number, 21_000, duration=5, mime_type="audio/ogg"),
        "audio": _file(
            number,
            3_100_000,
            duration=180,
            performer=canary,
            title=canary,
            file_name=f"{canary}.mp3",
            mime_type="audio/mpeg",
        ),
        "document": _file(number, 48_000, file_name=f"ҳукм-{canary}.pdf", mime_type="application/pdf"),
        "sticker": _file(
            number,
            24_000,
            type="regular",
            width=512,
            height=512,
            is_animated=False,
            is_video=False,
            emoji="🙏",
            set_name=f"{canary}_by_bot",
        ),
        "paid_media": {
            "star_count": 5,
            "paid_media": [{"type": "preview", "width": 320, "height": 240, "duration": 7}],
        },
    }


def _other(canary: str, number: int) -> dict[str, Any]:
    place = {"latitude": 38.559772, "longitude": 68.787038}
    return {
        "dice": {"emoji": "🎲", "value": 4},
        "contact": {"phone_number": "+992900000000", "first_name": canary, "last_name": canary, "user_id": 77},
        "location": {**place, "horizontal_accuracy": 12.5},
        "venue": {"location": place, "title": canary, "address": canary},
        "story": {"chat": {"id": 88, "type": "private", "first_name": canary, "username": canary}, "id": 3},
        "game": {"title": canary, "description": canary, "photo": [_file(number, 1_200, width=90, height=67)]},
        "checklist": {"title": canary, "tasks": [{"id": 1, "text": canary}, {"id": 2, "text": canary}]},
        "passport_data": {
            "data": [{"type": "passport", "data": canary, "files": [], "hash": "aGFzaA=="}],
            "credentials": {"data": canary, "hash": "aGFzaA==", "secret": "c2VjcmV0"},
        },
        "poll": {
            "id": str(5_000_000_000 + number),
            "question": canary,
            "options": [
                {"persistent_id": "1", "text": canary, "voter_count": 0},
                {"persistent_id": "2", "text": "не", "voter_count": 0},
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
        },
    }
