package io.shopkeeper.ml.forecast;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What trees are told of a product as of the end of its history, for a week ahead. Units are given
 * as shares of the product's {@linkplain #scale scale}, so that one model serves products of which
 * one is sold and of which thousands are.
 */
final class DemandFeatures {

  private static final int LAGS = 8;
  private static final double YEAR_ANGLE = 2 * Math.PI / 52.1775;

  private static final List<String> NAMES =
      List.of(
          "weeks ahead",
          "weeks known",
          "scale",
          "mean of 4",
          "mean of 8",
          "mean of 26",
          "spread of 13",
          "selling share of 13",
          "weeks since sale",
          "year before",
          "season sine",
          "season cosine",
          "price",
          "price against mean");

  private DemandFeatures() {}

  /**
   * A question.
   *
   * @param history of which all counts
   * @param ahead weeks, from 1
   */
  record Question(DemandHistory history, int ahead) {}

  /** Units that are usual lately, above 0. */
  static double scale(DemandHistory history) {
    return 0.5 + history.meanOfLast(13);
  }

  /**
   * A table of questions.
   *
   * @param yearly whether the shop has been known for more than a year: before that, the time of
   *     the year says nothing
   */
  static Table table(List<Question> questions, boolean yearly) {
    float[][] numbers = new float[NAMES.size() + LAGS][questions.size()];
    List<String> categories = new ArrayList<>(questions.size());
    for (int row = 0; row < questions.size(); row++) {
      double[] values = values(questions.get(row), yearly);
      for (int column = 0; column < numbers.length; column++) {
        numbers[column][row] = (float) values[column];
      }
      String category = questions.get(row).history().category();
      categories.add(category.isEmpty() ? null : category);
    }
    List<Column> columns = new ArrayList<>();
    for (int column = 0; column < numbers.length; column++) {
      columns.add(
          new NumberColumn(
              column < LAGS ? "lag " + (column + 1) : NAMES.get(column - LAGS), numbers[column]));
    }
    if (categories.stream().anyMatch(one -> one != null)) {
      columns.add(CategoryColumn.of("category", categories));
    }
    return new Table(columns);
  }

  private static double[] values(Question question, boolean yearly) {
    DemandHistory history = question.history();
    double scale = scale(history);
    double[] units = history.units();
    double[] values = new double[LAGS + NAMES.size()];
    for (int lag = 1; lag <= LAGS; lag++) {
      values[lag - 1] = lag > units.length ? Double.NaN : units[units.length - lag] / scale;
    }
    int place = LAGS;
    values[place++] = question.ahead();
    values[place++] = units.length;
    values[place++] = Math.log(scale);
    values[place++] = history.meanOfLast(4) / scale;
    values[place++] = history.meanOfLast(8) / scale;
    values[place++] = history.meanOfLast(26) / scale;
    values[place++] = history.spreadOfLast(13) / scale;
    values[place++] = history.sellingShare(13);
    values[place++] = sinceSale(units);
    int week = history.end() + question.ahead() - 1;
    values[place++] =
        history.in(week - DemandMethod.YEAR).map(one -> one / scale).orElse(Double.NaN);
    values[place++] = yearly ? Math.sin(YEAR_ANGLE * week) : Double.NaN;
    values[place++] = yearly ? Math.cos(YEAR_ANGLE * week) : Double.NaN;
    double[] price = prices(history.prices());
    values[place++] = price[0] > 0 ? Math.log(price[0]) : Double.NaN;
    values[place] = price[1] > 0 && price[0] > 0 ? Math.log(price[0] / price[1]) : Double.NaN;
    return values;
  }

  private static double sinceSale(double[] units) {
    int weeks = 0;
    while (weeks < units.length && units[units.length - 1 - weeks] == 0) {
      weeks++;
    }
    return weeks;
  }

  /** The last price that is known, and the mean of all. */
  private static double[] prices(double[] prices) {
    double last = Double.NaN;
    double sum = 0;
    int known = 0;
    for (double price : prices) {
      if (!Double.isNaN(price)) {
        last = price;
        sum += price;
        known++;
      }
    }
    return new double[] {last, sum / known};
  }
}
