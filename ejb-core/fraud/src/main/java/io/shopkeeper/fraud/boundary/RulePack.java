package io.shopkeeper.fraud.boundary;

import java.util.List;

/**
 * Ready rules against one kind of abuse, which come with the product and are switched on together.
 *
 * @param id {@code account-takeover} or {@code coupon-return-abuse}
 * @param rules how many it has
 * @param trial how many of them are on trial
 * @param live how many of them decide
 * @param asked those that wait for somebody else than who asked
 * @param askedBy who asked for them; empty for nobody
 * @param held how many payments its rules held of in 7 days
 * @param frauds how many of these are known as fraud
 */
public record RulePack(
    String id,
    int rules,
    long trial,
    long live,
    long asked,
    List<String> askedBy,
    long held,
    long frauds) {

  /** Whether none of its rules judges or waits. */
  public boolean off() {
    return trial == 0 && live == 0 && asked == 0;
  }
}
