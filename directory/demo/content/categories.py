"""Kinds of places in the directory, in the order they are listed."""

from __future__ import annotations

from directory.demo.content.types import Words as W

CATEGORY_NAMES: dict[str, W] = {
    "food-and-drink": W("Food and drink", "Bwyd a diod"),
    "leisure-and-sport": W("Leisure and sport", "Hamdden a chwaraeon"),
    "health-and-beauty": W("Hair, beauty and wellbeing", "Gwallt, harddwch a lles"),
    "shops": W("Shops", "Siopau"),
    "home-and-garden": W("Home and garden", "Cartref a gardd"),
    "days-out": W("Days out", "Diwrnodau allan"),
    "council-services": W("Council services", "Gwasanaethau’r cyngor"),
    "transport": W("Getting about", "Teithio"),
    "health-services": W("Health services", "Gwasanaethau iechyd"),
    "online-and-phone": W("Online and by phone", "Ar-lein a thros y ffôn"),
}

# Names of files in templates/components/icons/.
CATEGORY_ICONS: dict[str, str] = {
    "food-and-drink": "cup",
    "leisure-and-sport": "dumbbell",
    "health-and-beauty": "scissors",
    "shops": "bag",
    "home-and-garden": "leaf",
    "days-out": "ticket",
    "council-services": "book",
    "transport": "bus",
    "health-services": "care",
    "online-and-phone": "phone",
}
