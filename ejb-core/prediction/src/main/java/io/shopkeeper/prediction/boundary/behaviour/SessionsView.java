package io.shopkeeper.prediction.boundary.behaviour;

import java.time.Duration;
import java.util.List;

/**
 * What sessions are like: a person's acts, cut where more than half an hour lies between two. A
 * session's day and hour are those of its first act, UTC.
 *
 * @param sessions how many
 * @param people how many have one
 * @param acts in all of them
 * @param single sessions of one act
 * @param converted sessions with a purchase
 * @param median from the first act to the last
 * @param lengths sessions by number of acts
 * @param hours sessions by weekday, Monday first, and hour from 0 to 23
 */
public record SessionsView(
    long sessions,
    long people,
    long acts,
    long single,
    long converted,
    Duration median,
    List<Length> lengths,
    List<List<Long>> hours) {

  /**
   * Sessions of a length.
   *
   * @param from acts at least
   * @param to acts at most; 0 for any number
   */
  public record Length(int from, int to, long sessions) {}

  public SessionsView {
    lengths = List.copyOf(lengths);
    hours = hours.stream().map(List::copyOf).toList();
  }

  /** The share of sessions of one act, from 0 to 1; 0 of none. */
  public double bounce() {
    return sessions == 0 ? 0 : (double) single / sessions;
  }

  /** The share of sessions with a purchase, from 0 to 1; 0 of none. */
  public double conversion() {
    return sessions == 0 ? 0 : (double) converted / sessions;
  }

  /** Mean acts of a session; 0 of none. */
  public double meanActs() {
    return sessions == 0 ? 0 : (double) acts / sessions;
  }
}
