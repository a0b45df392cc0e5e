package io.shopkeeper.ml.content;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TextColumn;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Puts the attributes of items into vectors whose inner products are weighted sums of the cosines
 * of each kind of attribute. Columns of 0 and 1 are tags; {@value #LEAST_WIDTH} or more columns
 * that differ in a number at the end of their names alone are one vector; other numbers become
 * bands. For one thread.
 */
final class ItemVectors {

  private static final int LEAST_WIDTH = 4;
  private static final Pattern NUMBER_AT_END = Pattern.compile("[_.-]?[0-9]+$");

  private final Table attributes;
  private final ContentBased.Options options;
  private final TrainingListener listener;
  private final InteractionMatrix.Builder rows = InteractionMatrix.builder();
  private int free;

  private ItemVectors(Table attributes, ContentBased.Options options, TrainingListener listener) {
    this.attributes = attributes;
    this.options = options;
    this.listener = listener;
  }

  /** Items × features. */
  static InteractionMatrix of(
      Table attributes, ContentBased.Options options, TrainingListener listener) {
    return new ItemVectors(attributes, options, listener).build();
  }

  private InteractionMatrix build() {
    List<NumberColumn> tags = new ArrayList<>();
    Map<String, List<NumberColumn>> numbers = new TreeMap<>();
    for (Column column : attributes.columns()) {
      listener.stopIfCancelled();
      switch (column) {
        case CategoryColumn category -> words(categories(category), options.categoryWeight());
        case TextColumn text ->
            words(text.texts().stream().map(Words::ofText).toList(), options.textWeight());
        case NumberColumn number -> {
          if (NumberBlocks.isTag(number)) {
            tags.add(number);
          } else {
            String stem = NUMBER_AT_END.matcher(number.name()).replaceAll("");
            numbers.computeIfAbsent(stem, none -> new ArrayList<>()).add(number);
          }
        }
      }
    }
    if (!tags.isEmpty()) {
      words(tagsOf(tags), options.categoryWeight());
    }
    for (List<NumberColumn> alike : numbers.values()) {
      listener.stopIfCancelled();
      numbers(alike);
    }
    return rows.atLeast(attributes.rows(), free).build();
  }

  private void words(List<List<String>> words, double weight) {
    if (weight > 0) {
      var block = new WordBlock();
      words.forEach(block::add);
      free = block.write(rows, free, Math.sqrt(weight));
    }
  }

  private static List<List<String>> categories(CategoryColumn column) {
    List<List<String>> words = new ArrayList<>();
    for (int code : column.codes()) {
      words.add(
          code == CategoryColumn.MISSING
              ? List.of()
              : Words.ofCategory(column.categories().get(code)));
    }
    return words;
  }

  private List<List<String>> tagsOf(List<NumberColumn> columns) {
    List<List<String>> words = new ArrayList<>();
    for (int item = 0; item < attributes.rows(); item++) {
      int row = item;
      words.add(
          columns.stream()
              .filter(column -> column.values()[row] == 1)
              .map(NumberColumn::name)
              .toList());
    }
    return words;
  }

  private void numbers(List<NumberColumn> alike) {
    if (alike.size() >= LEAST_WIDTH && options.vectorWeight() > 0) {
      free = NumberBlocks.vector(rows, alike, free, Math.sqrt(options.vectorWeight()));
    } else if (alike.size() < LEAST_WIDTH && options.numberWeight() > 0) {
      for (NumberColumn column : alike) {
        free =
            NumberBlocks.bands(
                rows, column, options.bands(), free, Math.sqrt(options.numberWeight()));
      }
    }
  }
}
