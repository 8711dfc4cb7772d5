"""Texts and records made small, each by itself, so that any one is read without the others.

In: a text. Out: bytes, and back. What earlier versions packed is read too. What can go wrong: bytes
that are nothing of the kind (`ValueError`).
"""

import zlib

# The first byte of what is packed here; what zlib packs with its own header begins with 0x78. Then
# come four bytes by which damage is seen, and the rest without any header.
_MARK = b"\x01"
_SUM = 4
_RAW = -zlib.MAX_WBITS

# What most texts and records have in common, the commonest last: half a kilobyte of English words
# by how many articles have them, then what JSON of incidents and of reports looks like. A report
# shrinks to two fifths of its size, a single incident to a fifth. Part of the format: what was
# packed with another one cannot be read, so a better one needs another mark.
_WORDS = (
    b" three during million children cases of the another number of under international "
    b"a statement currently at least have died before could be regional military authorities"
    b" according to the missile attack overnight drones struck residential building damaged "
    b"air defence forces region police said on Monday Tuesday Wednesday Thursday Friday "
    b"Saturday Sunday morning, killing soldiers and wounding several civilians near the "
    b"city of Ukraine's Russian Ukrainian United President Ministry spokesman told reporters"
    b", who said that they were also including their by after the first more than other "
    b"would there will be been reported which The officials said people were killed and "
    b"injured, has been for the with the from the that the to the have been said in the "
    b"of the "
)
_RECORDS = (
    b'"same place, ","same target, ","same number","same day","same type","tells of it '
    b'first or alone""sub_type":"missile_and_drone","sub_type":"exchange","sub_type":"arriva'
    b'l","sub_type":"airstrike","sub_type":"shelling","sub_type":"explosion","sub_type":"dro'
    b'ne","sub_type":null,"title":""event_type":"talks","event_type":"casualties","event_typ'
    b'e":"interception","event_type":"prisoner_swap","event_type":"ground_attack","claim_den'
    b'ied":true,"update":true,"addition":true,"word":"several","definite":true,"prisoners":['
    b'["RUS",],["UKR",]],"launched":,"intercepted":,"initiator":"UKR","target":"residential '
    b'building","initiator":"RUS","precision":"country","how":"the paragraph\'s place",'
    b'"precision":"region","precision":"district","precision":"area","precision":"facility",'
    b'"date_how":"the day of publication, for want of another","date_how":"the day of '
    b'what was told before","night":true,"weekdays":[0],"weekdays":[1],"weekdays":[2],'
    b'"weekdays":[3],"weekdays":[4],"weekdays":[5],"weekdays":[6]},{"kind":"ballistic '
    b'missile"},{"kind":"missile"},{"kind":"drone"}],"injured":{"low":2,"best":2,"high":2},'
    b'"killed":{"low":1,"best":1,"high":1,"speaker":"governor","start":,"end":},","event_typ'
    b'e":"strike","sub_type":"missile","title":"Missile strike, Drone strike on residential '
    b'building, Kharkiv (Oblast)","date":{"first":"2024-05-2","last":"2025-0","precision":"d'
    b'ay","basis":"stated"},"location":{"place":"","precision":"settlement","within":["geona'
    b'mes:709929","geonames:690791"],"how":"said in the same sentence","start":1,"end":1},'
    b'"initiator":null,"target":null,"weapons":[],"killed":{},"injured":{},"prisoners":[],'
    b'"disputed":false,"disputes":[],"parent":null,"status":"extracted","confidence":0.9,'
    b'"reports":[],"links":[{"report_id":"","with_report_id":null,"score":0.0,"reasons":["te'
    b'lls of it first or alone"]}]}{"id":"","article_id":"","event_type":"strike","sub_type"'
    b':"missile","start":1,"end":2,"quote":", the regional governor said.","location":{"plac'
    b'e":"","precision":"settlement","within":["geonames:690791"],"how":"said in the same '
    b'sentence","start":1,"end":1},"date":{"first":"2025-05-24","last":"2025-05-24","precisi'
    b'on":"day","basis":"relative","weekdays":[5]},"date_how":"\'Saturday\' in the same '
    b'sentence","target":"","weapons":[{"kind":"drone"}],"killed":{"low":1,"best":1,"high":1'
    b',"start":,"end":},"injured":{"low":1,"best":1,"high":1,"speaker":"","start":,"end":},'
    b'"attributed_to":"","confidence":0.9}'
)
_COMMON = _WORDS + _RECORDS
# To read the dictionary in takes longer than to compress a report, so it is done once.
_PACKER = zlib.compressobj(wbits=_RAW, zdict=_COMMON)

# The same of earlier versions, which packed records only.
_EARLIER = (
    b'"prisoners":[["RUS",],["UKR",]]"claim_denied":true"update":true"addition":true"word":"several"'
    b'"sub_type":"missile_and_drone""sub_type":"exchange""sub_type":"airstrike""event_type":"casualties"'
    b'"event_type":"interception""event_type":"prisoner_swap""event_type":"ground_attack"'
    b'"precision":"country","how":"the paragraph\'s place","precision":"region""definite":true'
    b'"launched":,"intercepted":"weekdays":[4]"initiator":"RUS""disputed":false,"disputes":[]'
    b'"parent":null,"status":"extracted","confidence":0.9,"reports":[],"links":[{"report_id":"'
    b'","with_report_id":null,"score":0.0,"reasons":["same place, ","same day","same type"]}'
    b'"initiator":null,"target":null,"weapons":[],"killed":{},"injured":{},"prisoners":[]'
    b'{"id":"","article_id":"","event_type":"strike","sub_type":"missile","start":,"end":,"quote":"'
    b' people were killed and injured, the regional governor said.","location":{"place":"'
    b'","precision":"settlement","within":["geonames:690791"],"how":"said in the same sentence",'
    b'"start":,"end":},"date":{"first":"2025-05-24","last":"2025-05-24","precision":"day",'
    b'"basis":"relative"},"date_how":"\'Saturday\' in the same sentence","target":"","initiator":"'
    b'RUS",'
    b'"weapons":[{"kind":"drone"},{"kind":"missile"}],"killed":{"low":1,"best":1,"high":1,"speaker":"'
    b'","start":,"end":},"injured":{"low":1,"best":1,"start":,"end":},"attributed_to":"",'
    b'"confidence":0.9}'
)


def pack(text: str) -> bytes:
    """Make a text small.

    Raises
    ------
    UnicodeEncodeError
        When it has half a character.
    """
    data = text.encode("utf-8")
    packer = _PACKER.copy()
    return _MARK + _summed(data) + packer.compress(data) + packer.flush()


def unpack(data: bytes) -> str:
    """Give the text that was packed, by this version or an earlier one.

    Raises
    ------
    ValueError
        When the bytes are nothing that was packed, or damaged.
    """
    ours = data[:1] == _MARK
    start = len(_MARK) + _SUM if ours else 0
    unpacker = (
        zlib.decompressobj(wbits=_RAW, zdict=_COMMON)
        if ours
        else zlib.decompressobj(zdict=_EARLIER)
    )
    try:
        found = unpacker.decompress(data[start:])
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacker.eof or (ours and _summed(found) != data[len(_MARK) : start]):
        msg = "it is not whole"
        raise ValueError(msg)
    return found.decode("utf-8")


def _summed(data: bytes) -> bytes:
    return zlib.adler32(data).to_bytes(_SUM, "big")
