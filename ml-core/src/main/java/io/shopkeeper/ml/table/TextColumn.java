package io.shopkeeper.ml.table;

import java.util.Arrays;
import java.util.List;

/**
 * Free text, which only some algorithms read.
 *
 * @param texts empty where missing
 */
public record TextColumn(String name, List<String> texts) implements Column {

  public TextColumn {
    texts = List.copyOf(texts);
  }

  @Override
  public int rows() {
    return texts.size();
  }

  @Override
  public TextColumn select(int[] chosen) {
    return new TextColumn(name, Arrays.stream(chosen).mapToObj(texts::get).toList());
  }
}
