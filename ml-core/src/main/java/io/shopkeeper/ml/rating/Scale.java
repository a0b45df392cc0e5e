package io.shopkeeper.ml.rating;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The ratings' mean and ends.
 *
 * @param mean 0 where there is no rating
 * @param least NaN where there is no rating
 * @param greatest NaN where there is no rating
 */
public record Scale(double mean, double least, double greatest) {

  /** That of ratings. */
  public static Scale of(Ratings ratings) {
    return new Scale(ratings.mean(), ratings.least(), ratings.greatest());
  }

  /** The value, or the nearest of the scale; the mean where there is no scale. */
  public double clip(double value) {
    return Double.isNaN(least) ? mean : Math.clamp(value, least, greatest);
  }

  /** Stores it. */
  public void write(DataOutput out) throws IOException {
    out.writeDouble(mean);
    out.writeDouble(least);
    out.writeDouble(greatest);
  }

  /**
   * Reads a stored one.
   *
   * @throws IOException if it is damaged
   */
  public static Scale read(DataInput in) throws IOException {
    var scale = new Scale(in.readDouble(), in.readDouble(), in.readDouble());
    if (scale.least > scale.greatest) {
      throw new IOException(
          "damaged: a scale from %s to %s".formatted(scale.least, scale.greatest));
    }
    return scale;
  }
}
