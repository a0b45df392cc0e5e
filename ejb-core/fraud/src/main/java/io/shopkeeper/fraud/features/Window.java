package io.shopkeeper.fraud.features;

import java.time.Duration;

/** How far back is looked; from short to long. */
public enum Window {
  MINUTE("1m", Duration.ofMinutes(1)),
  TEN_MINUTES("10m", Duration.ofMinutes(10)),
  HOUR("1h", Duration.ofHours(1)),
  DAY("1d", Duration.ofDays(1)),
  WEEK("7d", Duration.ofDays(7)),
  MONTH("30d", Duration.ofDays(30)),
  QUARTER("90d", Duration.ofDays(90));

  /** The longest. */
  public static final Window LONGEST = QUARTER;

  private final String code;
  private final Duration length;

  Window(String code, Duration length) {
    this.code = code;
    this.length = length;
  }

  /** As features are named. */
  public String code() {
    return code;
  }

  /** What lies so long back or longer is out of it. */
  public Duration length() {
    return length;
  }
}
