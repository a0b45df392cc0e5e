package io.shopkeeper.console.behaviour;

/** The questions of the page. */
public enum View {
  FUNNEL(28),
  PATHS(28),
  SESSIONS(28),
  COHORTS(365),
  RFM(365),
  BASKETS(365),
  LIVE(1);

  private final int usualDays;

  View(int usualDays) {
    this.usualDays = usualDays;
  }

  /** How many days are looked at unless somebody says otherwise. */
  public int usualDays() {
    return usualDays;
  }
}
