package io.shopkeeper.catalog.boundary;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Categories with those above them. */
final class CategoryTree {

  private final Map<String, Long> products = new TreeMap<>();

  private CategoryTree() {}

  /** Of the categories that products have. */
  static CategoryTree of(List<CategoryCount> leaves) {
    var tree = new CategoryTree();
    for (CategoryCount leaf : leaves) {
      String path = leaf.categoryPath();
      for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
        tree.products.merge(path.substring(0, end), leaf.products(), Long::sum);
      }
    }
    return tree;
  }

  /** Those whose last level has a text, the greatest first. */
  List<CategoryCount> find(String text, int most) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return products.entrySet().stream()
        .filter(entry -> fits(entry.getKey(), wanted))
        .map(entry -> new CategoryCount(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(CategoryCount::products).reversed())
        .limit(most)
        .toList();
  }

  /** A text with a slash is looked for in the whole path. */
  private static boolean fits(String path, String wanted) {
    String place = wanted.contains("/") ? path : path.substring(path.lastIndexOf('/') + 1);
    return place.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
