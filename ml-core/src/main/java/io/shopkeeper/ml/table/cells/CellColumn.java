package io.shopkeeper.ml.table.cells;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.TreeSet;

/**
 * The cells of a column as they are written, null where missing. Plain decimal numbers take 9 bytes
 * each, whatever their length; few other cells among them are kept beside; a column of words takes
 * 4 bytes a cell, and each word is kept once. For one thread.
 */
public final class CellColumn extends AbstractList<String> implements RandomAccess {

  private static final byte MISSING = -1;
  private static final byte ODD = -2;
  private static final int MOST_ODD = 1000;
  private static final int ODD_SHARE = 8;

  private int size;

  /** A number is digits / 10^decimals. */
  private long[] digits = new long[64];

  private byte[] decimals = new byte[64];
  private final Map<Integer, String> odd = new HashMap<>();

  /** Of words; null as long as most cells are numbers. */
  private int[] codes;

  private final List<String> words = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  /** Of cells; the same column where they are one already. */
  public static CellColumn of(List<String> cells) {
    if (cells instanceof CellColumn column) {
      return column;
    }
    var column = new CellColumn();
    cells.forEach(column::add);
    return column;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean add(String cell) {
    if (codes != null) {
      addCode(cell);
    } else if (cell == null) {
      addNumber(0, MISSING);
    } else {
      int behind = PlainNumber.decimals(cell);
      if (behind >= 0) {
        addNumber(PlainNumber.digits(cell), (byte) behind);
      } else {
        addOdd(cell);
      }
    }
    return true;
  }

  private void addOdd(String cell) {
    odd.put(size, cell);
    addNumber(0, ODD);
    if (odd.size() > MOST_ODD + size / ODD_SHARE) {
      becomeWords();
    }
  }

  private void addNumber(long number, byte form) {
    if (size == digits.length) {
      digits = Arrays.copyOf(digits, grown());
      decimals = Arrays.copyOf(decimals, digits.length);
    }
    digits[size] = number;
    decimals[size++] = form;
  }

  private void addCode(String cell) {
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, grown());
    }
    codes[size++] = code(cell);
  }

  private int code(String cell) {
    if (cell == null) {
      return MISSING;
    }
    Integer known = places.putIfAbsent(cell, words.size());
    if (known == null) {
      words.add(cell);
      return words.size() - 1;
    }
    return known;
  }

  private int grown() {
    return size + Math.max(64, size / 2);
  }

  private void becomeWords() {
    int[] found = new int[Math.max(64, size)];
    for (int row = 0; row < size; row++) {
      found[row] = code(get(row));
    }
    codes = found;
    digits = new long[0];
    decimals = new byte[0];
    odd.clear();
  }

  @Override
  public String get(int row) {
    if (codes != null) {
      return codes[row] == MISSING ? null : words.get(codes[row]);
    }
    return switch (decimals[row]) {
      case MISSING -> null;
      case ODD -> odd.get(row);
      default -> PlainNumber.text(digits[row], decimals[row]);
    };
  }

  /** Finite numbers, NaN where missing; empty if any cell is something else. */
  public Optional<float[]> numbers() {
    float[] ofWords = new float[words.size()];
    for (int place = 0; place < ofWords.length; place++) {
      ofWords[place] = PlainNumber.parse(words.get(place));
    }
    float[] values = new float[size];
    for (int row = 0; row < size; row++) {
      boolean missing = codes == null ? decimals[row] == MISSING : codes[row] == MISSING;
      values[row] = missing ? Float.NaN : codes == null ? number(row) : ofWords[codes[row]];
      if (!missing && !Float.isFinite(values[row])) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private float number(int row) {
    return decimals[row] == ODD
        ? PlainNumber.parse(odd.get(row))
        : PlainNumber.value(digits[row], decimals[row]);
  }

  /** Cells that are there. */
  public int there() {
    int there = 0;
    for (int row = 0; row < size; row++) {
      there += (codes == null ? decimals[row] == MISSING : codes[row] == MISSING) ? 0 : 1;
    }
    return there;
  }

  /** The different words, in the order of strings; numbers are words here, too. */
  public List<String> sortedWords() {
    if (codes == null) {
      becomeWords();
    }
    return List.copyOf(new TreeSet<>(words));
  }

  /**
   * Each cell's place among words; −1 where missing.
   *
   * @param sorted as {@link #sortedWords} gave them
   */
  public int[] places(List<String> sorted) {
    Map<String, Integer> of = HashMap.newHashMap(sorted.size());
    for (int place = 0; place < sorted.size(); place++) {
      of.put(sorted.get(place), place);
    }
    int[] ofWords = words.stream().mapToInt(of::get).toArray();
    int[] found = new int[size];
    for (int row = 0; row < size; row++) {
      found[row] = codes[row] == MISSING ? MISSING : ofWords[codes[row]];
    }
    return found;
  }
}
