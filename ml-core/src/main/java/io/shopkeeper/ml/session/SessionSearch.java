package io.shopkeeper.ml.session;

import io.shopkeeper.ml.kernel.TopHeap;
import io.shopkeeper.ml.ranking.History;
import java.util.Arrays;

/**
 * The working memory of a query: the running session, the sessions that share something with it,
 * the nearest of them. Clean between queries. For one thread at a time.
 */
final class SessionSearch {

  private final SessionIndex index;
  private final SessionWeights weights;
  private final SessionOptions options;
  private final int[] running;
  private final float[] similarity;
  private final int[] touched;
  private final short[] sharedPlace;
  private final short[] sharedStep;
  private final TopHeap nearest;
  private final int[] neighbours;
  private final float[] strengths;
  private int steps;
  private int found;

  SessionSearch(SessionIndex index, SessionWeights weights, SessionOptions options) {
    this.index = index;
    this.weights = weights;
    this.options = options;
    running = new int[options.steps()];
    similarity = new float[index.sessions()];
    touched = new int[index.sessions()];
    sharedPlace = new short[index.sessions()];
    sharedStep = new short[index.sessions()];
    int most = Math.clamp(options.neighbours(), 1, Math.max(1, index.sessions()));
    nearest = new TopHeap(most);
    neighbours = new int[most];
    strengths = new float[most];
  }

  /**
   * Looks for the sessions nearest to the one that is running.
   *
   * @return how many there are
   */
  int search(History history) {
    readRunning(history);
    int reached = 0;
    for (int step = 0; step < steps; step++) {
      int item = running[step];
      float weight = weights.step(step, steps) * weights.rarity()[item];
      int end = index.postingStarts()[item + 1];
      for (int cell = index.postingStarts()[item]; cell < end; cell++) {
        int session = index.postings()[cell];
        if (similarity[session] == 0) {
          touched[reached++] = session;
          sharedPlace[session] = index.places()[cell];
          sharedStep[session] = (short) step;
        }
        similarity[session] += weight;
      }
    }
    for (int i = 0; i < reached; i++) {
      int session = touched[i];
      nearest.offer(session, weights.strength(session, similarity[session]));
      similarity[session] = 0;
    }
    found = nearest.drain(neighbours, strengths, 0);
    return found;
  }

  /** The different items of the running session, the latest first. */
  private void readRunning(History history) {
    steps = 0;
    if (history.size() == 0) {
      return;
    }
    int begin = Session.begin(history, options.gapMinutes());
    for (int place = history.size() - 1; place >= begin && steps < running.length; place--) {
      int item = history.items()[place];
      if (item >= 0 && item < index.counts().length && !isRunning(item)) {
        running[steps++] = item;
      }
    }
  }

  private boolean isRunning(int item) {
    for (int step = 0; step < steps; step++) {
      if (running[step] == item) {
        return true;
      }
    }
    return false;
  }

  /** Adds the votes of the found sessions to what all items have. */
  void vote(float[] scores) {
    for (int i = 0; i < found; i++) {
      int session = neighbours[i];
      int start = index.starts()[session];
      int shared = sharedPlace[session];
      float strength = strengths[i] * weights.match(sharedStep[session]);
      for (int cell = start, place = 0; cell < index.starts()[session + 1]; cell++, place++) {
        int item = index.items()[cell];
        scores[item] += strength * weights.distance(place - shared) * weights.idf()[item];
      }
    }
  }

  /** For each item the latest shared item of those sessions that gave it most, −1 where none. */
  int[] sources(int[] wanted) {
    int[] sources = new int[wanted.length];
    float[] votes = new float[Math.max(1, steps)];
    for (int i = 0; i < wanted.length; i++) {
      Arrays.fill(votes, 0);
      for (int n = 0; n < found; n++) {
        votes[sharedStep[neighbours[n]]] += voteOf(n, wanted[i]);
      }
      int loudest = 0;
      for (int step = 1; step < steps; step++) {
        loudest = votes[step] > votes[loudest] ? step : loudest;
      }
      sources[i] = votes[loudest] > 0 ? running[loudest] : -1;
    }
    return sources;
  }

  private float voteOf(int neighbour, int item) {
    int session = neighbours[neighbour];
    int start = index.starts()[session];
    for (int cell = start; cell < index.starts()[session + 1]; cell++) {
      if (index.items()[cell] == item) {
        return strengths[neighbour]
            * weights.match(sharedStep[session])
            * weights.distance(cell - start - sharedPlace[session]);
      }
    }
    return 0;
  }
}
