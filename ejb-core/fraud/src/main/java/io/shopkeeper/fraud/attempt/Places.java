package io.shopkeeper.fraud.attempt;

/** How far places are from each other, on a sphere. */
final class Places {

  private static final double RADIUS_KM = 6371;

  private Places() {}

  /** Kilometres between two places in degrees, by the haversine formula. */
  static double km(double latitude, double longitude, double otherLatitude, double otherLongitude) {
    double up = Math.toRadians(otherLatitude - latitude) / 2;
    double aside = Math.toRadians(otherLongitude - longitude) / 2;
    double chord =
        square(Math.sin(up))
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(otherLatitude))
                * square(Math.sin(aside));
    return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
  }

  private static double square(double number) {
    return number * number;
  }
}
