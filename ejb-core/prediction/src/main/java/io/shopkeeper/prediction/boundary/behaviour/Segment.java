package io.shopkeeper.prediction.boundary.behaviour;

import java.time.Duration;
import java.util.Optional;

/**
 * Whose behaviour. A purchase is an order that was neither cancelled nor returned. Those that begin
 * with RFM are the groups of {@link RfmView} by the purchases of the {@link #RFM_DAYS} up to the
 * end of the period, on all channels: whom that view shows unless somebody chooses otherwise.
 */
public enum Segment {
  EVERYBODY,
  /** Who is no customer as far as the shop knows. */
  VISITORS,
  /** Who is a customer, with or without an order. */
  CUSTOMERS,
  /** Who has no purchase up to the end of the period. */
  NEVER_BOUGHT,
  /** Whose first purchase is within the period. */
  FIRST_BOUGHT,
  /** Whose first purchase was before the period. */
  BOUGHT_BEFORE,
  RFM_CHAMPIONS(RfmView.Group.CHAMPIONS),
  RFM_LOYAL(RfmView.Group.LOYAL),
  RFM_PROMISING(RfmView.Group.PROMISING),
  RFM_NEW(RfmView.Group.NEW),
  RFM_FADING(RfmView.Group.FADING),
  RFM_AT_RISK(RfmView.Group.AT_RISK),
  RFM_SLEEPING(RfmView.Group.SLEEPING),
  RFM_LOST(RfmView.Group.LOST);

  /** Of how long the purchases make the groups. */
  public static final Duration RFM_DAYS = Duration.ofDays(365);

  private final RfmView.Group group;

  Segment() {
    this(null);
  }

  Segment(RfmView.Group group) {
    this.group = group;
  }

  /** The group of the RFM view; empty for another segment. */
  public Optional<RfmView.Group> group() {
    return Optional.ofNullable(group);
  }

  /** The segment of a group. */
  public static Segment of(RfmView.Group group) {
    return valueOf("RFM_" + group.name());
  }
}
