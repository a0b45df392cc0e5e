package io.shopkeeper.fraud.review;

/**
 * What speaks for spam, and how much by itself: the chance that it is, when it is all one knows.
 */
enum SpamSign {
  /** Nearly the same text stands elsewhere, earlier. */
  COPIED(0.6),
  /** The same, three times at least. */
  COPIED_OFTEN(0.7),
  /** Five reviews of one customer within a day. */
  MANY(0.5),
  /** Eight reviews of one customer within 30 days, all with the same stars. */
  UNIFORM(0.3),
  /** Of a customer who did not buy it. */
  NOT_BOUGHT(0.2),
  /** There is a link in it. */
  LINK(0.5),
  /** There is an address or a number to get in touch. */
  CONTACT(0.5),
  /** A word or two, and all stars or none. */
  SHORT(0.15),
  /** In capitals, or with rows of exclamation marks. */
  LOUD(0.2);

  private final double chance;

  SpamSign(double chance) {
    this.chance = chance;
  }

  double chance() {
    return chance;
  }
}
