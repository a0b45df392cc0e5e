package io.shopkeeper.prediction.boundary.behaviour;

import io.shopkeeper.catalog.boundary.EventType;
import java.util.List;

/**
 * The ways through sessions: what was done one after the other, of acts of the same kind in a row
 * only the first.
 *
 * @param sessions all
 * @param different different paths
 * @param paths the most frequent first
 */
public record PathsView(long sessions, long different, List<Path> paths) {

  /**
   * A path.
   *
   * @param more whether it is as long as is looked at: sessions may have gone on
   * @param sessions that took it
   * @param share of all sessions, from 0 to 1
   */
  public record Path(List<EventType> steps, boolean more, long sessions, double share) {
    public Path {
      steps = List.copyOf(steps);
    }
  }

  public PathsView {
    paths = List.copyOf(paths);
  }
}
