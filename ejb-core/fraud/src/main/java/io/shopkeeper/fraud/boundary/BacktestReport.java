package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shopkeeper.fraud.boundary.threshold.ScoreCurve;
import java.time.LocalDate;
import java.util.List;

/**
 * What a rule or a threshold would have done to the payments of a time, by what was known of each
 * at its moment, beside what is published now.
 *
 * @param currency in which most payments were made; empty where there were none
 * @param payments how many there were
 * @param otherCurrency how many of them are in no amount
 * @param frauds how many were fraud
 * @param fraudCents what these were worth
 * @param good how many were not fraud, or old enough to count as good
 * @param alone the candidate by itself
 * @param published the rules that are published now, and the live model
 * @param together both
 * @param segments parts of the payments
 * @param weeks from Monday on in UTC, all from the first to the last
 * @param keptHits how many of the hits are in the list
 * @param lists whether the candidate looks into lists: they are taken as they are now
 * @param model the version of the live model; null without one. It may have learnt from these
 *     payments
 * @param curve the payments by their score; null without a model
 */
public record BacktestReport(
    String currency,
    long payments,
    long otherCurrency,
    long frauds,
    long fraudCents,
    long good,
    BacktestFigures alone,
    BacktestFigures published,
    BacktestFigures together,
    List<Segment> segments,
    List<Week> weeks,
    long keptHits,
    boolean lists,
    Integer model,
    @JsonInclude(JsonInclude.Include.NON_NULL) ScoreCurve curve) {

  /**
   * A part of the payments.
   *
   * @param kind {@code country, amount} or {@code customer}
   * @param name a country, the lower end of a band of amounts, or {@code new, known, guest}; empty
   *     for no country, {@code *} for the other countries
   */
  public record Segment(
      String kind,
      String name,
      long payments,
      long frauds,
      long hits,
      long caught,
      long falseAlarms,
      long caughtCents) {}

  /** Payments of seven days. */
  public record Week(
      LocalDate from,
      long payments,
      long frauds,
      long hits,
      long caught,
      long falseAlarms,
      long caughtPublished,
      long caughtTogether) {}
}
