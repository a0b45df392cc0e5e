package io.shopkeeper.ml.value;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A first guess that trees correct: purchases so far by the time known, and the mean spend drawn
 * towards that of all.
 *
 * @param horizonDays the guess is about
 * @param meanSpend of all purchases
 */
record RateSoFar(int horizonDays, double meanSpend) {

  /** The mean of all counts as so many purchases of a customer's own. */
  private static final double DRAWN = 1;

  /** Of who bought. */
  static RateSoFar of(PurchaseLog log, int horizonDays) {
    double spent = 0;
    long purchases = 0;
    for (PurchaseHistory one : log.customers()) {
      spent += one.spent();
      purchases += one.purchases();
    }
    return new RateSoFar(horizonDays, purchases == 0 ? 0 : spent / purchases);
  }

  /** Purchases within the horizon, above 0. */
  double purchases(ValueFeatures.Seen seen) {
    return seen.purchases() * horizonDays / (seen.sinceFirst() + horizonDays);
  }

  /** Spend at a purchase. */
  double spend(ValueFeatures.Seen seen) {
    return (seen.spent() + DRAWN * meanSpend) / (seen.purchases() + DRAWN);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(horizonDays);
    out.writeDouble(meanSpend);
  }

  static RateSoFar read(DataInput in) throws IOException {
    return new RateSoFar(in.readInt(), in.readDouble());
  }
}
