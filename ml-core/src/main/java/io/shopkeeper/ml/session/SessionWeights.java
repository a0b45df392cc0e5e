package io.shopkeeper.ml.session;

/**
 * How much everything counts, worked out beforehand. Immutable; do not change the arrays.
 *
 * @param options what was asked for
 * @param rarity of each item where it is shared
 * @param idf of each item where it is voted for
 * @param sessions of each session: its age and its length
 * @param distances from the shared item, {@link Session#LONGEST} − 1 places before it to as many
 *     after
 * @param recencies of each step back
 */
record SessionWeights(
    SessionOptions options,
    float[] rarity,
    float[] idf,
    float[] sessions,
    float[] distances,
    float[] recencies) {

  private static final double DAY = 86_400_000;

  /** So that a shop without new sessions still has neighbours. */
  private static final double LEAST_AGE_WEIGHT = 1e-6;

  static SessionWeights of(SessionIndex index, SessionOptions options) {
    float[] recencies = new float[options.steps()];
    for (int step = 0; step < recencies.length; step++) {
      recencies[step] = (float) Math.max(1e-12, Math.pow(options.recency(), step));
    }
    float[] distances = new float[2 * Session.LONGEST - 1];
    for (int i = 0; i < distances.length; i++) {
      int distance = i - Session.LONGEST + 1;
      double step = distance > 0 ? options.after() : options.before();
      distances[i] = distance == 0 ? 1 : (float) Math.pow(step, Math.abs(distance) - 1.0);
    }
    return new SessionWeights(
        options,
        index.rarity(options.rarity()),
        index.rarity(options.idf()),
        ages(index, options),
        distances,
        recencies);
  }

  /** By their age against the latest: what is older by a half-life counts half. */
  private static float[] ages(SessionIndex index, SessionOptions options) {
    float[] weights = new float[index.sessions()];
    for (int session = 0; session < weights.length; session++) {
      double days = (index.ends()[0] - index.ends()[session]) / DAY;
      double age =
          options.halfLifeDays() == 0
              ? 1
              : Math.max(LEAST_AGE_WEIGHT, Math.pow(0.5, days / options.halfLifeDays()));
      int length = index.starts()[session + 1] - index.starts()[session];
      weights[session] = (float) (age / Math.pow(length, options.normalisation()));
    }
    return weights;
  }

  /** Of the item so many steps back in a running session of {@code steps} items. */
  float step(int step, int steps) {
    return options.positions() == SessionOptions.Positions.LINEAR
        ? (float) (steps - step) / steps
        : recencies[step];
  }

  /** Of a session whose latest shared item is so many steps back. */
  float match(int step) {
    return options.positions() == SessionOptions.Positions.LINEAR
        ? Math.max(0, 1 - 0.1f * step)
        : 1;
  }

  /** Of an item so many places after the shared one. */
  float distance(int places) {
    return distances[places + Session.LONGEST - 1];
  }

  /** Of a session that shares so much. */
  float strength(int session, float similarity) {
    double power = options.amplification();
    float raised =
        power == 1
            ? similarity
            : power == 2 ? similarity * similarity : (float) Math.pow(similarity, power);
    return raised * sessions[session];
  }
}
