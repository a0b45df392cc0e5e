package io.shopkeeper.ml.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One of some words.
 *
 * @param categories each once
 * @param codes places in {@code categories}; {@link #MISSING} where missing
 */
public record CategoryColumn(String name, List<String> categories, int[] codes) implements Column {

  /** The code of a missing cell. */
  public static final int MISSING = -1;

  public CategoryColumn {
    categories = List.copyOf(categories);
    for (int row = 0; row < codes.length; row++) {
      if (codes[row] < MISSING || codes[row] >= categories.size()) {
        throw new IllegalArgumentException(
            "column %s, row %d: no category %d".formatted(name, row, codes[row]));
      }
    }
  }

  /**
   * Of words; the categories are in the order of strings.
   *
   * @param words null where missing
   */
  public static CategoryColumn of(String name, List<String> words) {
    var sorted = new TreeSet<String>();
    words.stream().filter(word -> word != null).forEach(sorted::add);
    return of(name, List.copyOf(sorted), words);
  }

  /**
   * Of words with known categories; other words count as missing.
   *
   * @param words null where missing
   */
  public static CategoryColumn of(String name, List<String> categories, List<String> words) {
    Map<String, Integer> places = HashMap.newHashMap(categories.size());
    for (int place = 0; place < categories.size(); place++) {
      places.put(categories.get(place), place);
    }
    int[] codes = new int[words.size()];
    int row = 0;
    for (String word : words) {
      codes[row++] = word == null ? MISSING : places.getOrDefault(word, MISSING);
    }
    return new CategoryColumn(name, categories, codes);
  }

  /** The same words in the codes of other categories; words that are not among them are missing. */
  public CategoryColumn recode(List<String> others) {
    if (others.equals(categories)) {
      return this;
    }
    int[] place = of(name, others, categories).codes();
    int[] recoded = new int[codes.length];
    for (int row = 0; row < codes.length; row++) {
      recoded[row] = codes[row] == MISSING ? MISSING : place[codes[row]];
    }
    return new CategoryColumn(name, others, recoded);
  }

  @Override
  public int rows() {
    return codes.length;
  }

  @Override
  public CategoryColumn select(int[] chosen) {
    int[] selected = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      selected[i] = codes[chosen[i]];
    }
    return new CategoryColumn(name, categories, selected);
  }
}
