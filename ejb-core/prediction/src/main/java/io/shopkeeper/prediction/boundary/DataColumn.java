package io.shopkeeper.prediction.boundary;

import java.util.List;

/**
 * What a column looks like.
 *
 * @param kind what it would be learnt as
 * @param missing cells without anything
 * @param distinct different cells
 * @param examples some of them, the most frequent first
 */
public record DataColumn(
    String name, Kind kind, long missing, long distinct, List<String> examples) {

  /** What a column is learnt as. */
  public enum Kind {
    NUMBER,
    CATEGORY,
    /** Hardly a cell occurs twice: it is left out. */
    TEXT
  }

  public DataColumn {
    examples = List.copyOf(examples);
  }
}
