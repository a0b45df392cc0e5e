package io.shopkeeper.demo;

import java.util.List;

/** A colour a product comes in, with a darker and a lighter tone for its picture. */
record Colour(String palette, String en, String zh, String main, String shade, String light) {

  static List<Colour> all() {
    return Table.read("colours.tsv").stream()
        .map(
            row ->
                new Colour(
                    row.get("palette"),
                    row.get("en"),
                    row.get("zh"),
                    row.get("main"),
                    row.get("shade"),
                    row.get("light")))
        .toList();
  }
}
