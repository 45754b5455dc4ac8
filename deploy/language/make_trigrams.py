#!/usr/bin/env python3
"""Writes bot/language/trigram_table.cpp: which language a group of three letters speaks for.

Usage: deploy/language/make_trigrams.py PROFILES > bot/language/trigram_table.cpp

PROFILES is the folder src/main/resources/languages.shorttext of https://github.com/optimaize/language-detector
(Apache License 2.0): how often each group of letters stands in tweets of a language. Each of the groups that tell
most is written with one digit per language, its log odds against the average of the five.
"""
import collections
import json
import math
import pathlib
import re
import sys

LANGUAGES = ["en", "fr", "de", "es", "nl"]  # the order of hinted_languages
GROUPS = 2800
SMOOTHING = 0.5
STEP = 0.14  # of a digit; trigrams.cpp reads them back
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
MIDDLE = 31  # the digit for 0
WIDTH = 100


def counts_of(profile):
    """Groups in lower case, other signs than letters as blanks."""
    counts = collections.Counter()
    for group, count in json.loads(profile.read_text(encoding="utf-8"))["freq"].items():
        lower = re.sub(r"[^\w]|\d|_", " ", group.lower())
        if len(group) == 3 and len(lower) == 3 and "  " not in lower:
            counts[lower] += count
    return counts


def table(folder):
    counts = [counts_of(folder / language) for language in LANGUAGES]
    totals = [sum(each.values()) for each in counts]
    rows = []
    for group in set().union(*counts):
        shares = [(each[group] + SMOOTHING) / total for each, total in zip(counts, totals)]
        logs = [math.log(share) for share in shares]
        middle = sum(logs) / len(logs)
        average = sum(shares) / len(shares)
        tells = sum(share * math.log(share / average) for share in shares)
        rows.append((tells, group, [log - middle for log in logs]))
    rows.sort(key=lambda row: (-row[0], row[1]))
    return sorted((group, weights) for _, group, weights in rows[:GROUPS])


def digit(weight):
    return DIGITS[max(0, min(len(DIGITS) - 1, MIDDLE + round(weight / STEP)))]


def main():
    text = "".join(group + "".join(map(digit, weights)) for group, weights in table(pathlib.Path(sys.argv[1])))
    print("// Made by deploy/language/make_trigrams.py from the tweet profiles of")
    print("// https://github.com/optimaize/language-detector (Apache License 2.0, see NOTICE). Three letters, then a")
    print("// digit for each language.")
    print('#include "language/trigram_table.hpp"\n')
    print("namespace language {\n")
    print("// clang-format off")
    print("std::string_view trigram_table() {\n  return")
    for begin in range(0, len(text), WIDTH):
        print('      "' + text[begin:begin + WIDTH] + '"' + (";" if begin + WIDTH >= len(text) else ""))
    print("}\n// clang-format on\n\n}  // namespace language")


main()
