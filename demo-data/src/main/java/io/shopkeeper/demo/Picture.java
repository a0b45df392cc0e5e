package io.shopkeeper.demo;

import java.util.HashMap;
import java.util.Map;

/** Draws a product: its kind's shape in its colour, on paper, four by five. */
final class Picture {

  private final Map<String, String> shapes = new HashMap<>();

  Picture() {
    Table.read("shapes.tsv").forEach(row -> shapes.put(row.get("name"), row.get("drawing")));
  }

  /** An SVG document without script, links or text. */
  String draw(Product product) {
    Colour colour = product.colour();
    String shape = shapes.get(product.type().shape());
    if (shape == null) {
      throw new IllegalStateException("no shape " + product.type().shape());
    }
    String drawing =
        shape
            .replace("{main}", colour.main())
            .replace("{shade}", colour.shade())
            .replace("{light}", colour.light());
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 500" role="img">
        <rect width="400" height="500" fill="#EFECE5"/>
        <circle cx="200" cy="250" r="172" fill="%s" opacity=".22"/>
        <ellipse cx="200" cy="398" rx="136" ry="14" fill="#1D2327" opacity=".10"/>
        %s
        </svg>
        """
        .formatted(colour.light(), drawing);
  }
}
