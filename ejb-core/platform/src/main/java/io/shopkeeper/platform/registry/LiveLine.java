package io.shopkeeper.platform.registry;

import io.shopkeeper.platform.boundary.Stage;
import io.shopkeeper.platform.boundary.StageAct;
import io.shopkeeper.platform.boundary.StageChange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Which version served before which. A promotion goes one step on, a rollback takes steps back:
 * after v1, v2, v3 and two rollbacks v1 serves, and there is nothing before it.
 */
public final class LiveLine {

  private LiveLine() {}

  /**
   * The version that a rollback would let serve.
   *
   * @param newestFirst the model's history
   * @param usable whether a version can still serve
   */
  public static Optional<Integer> before(List<StageChange> newestFirst, IntPredicate usable) {
    Deque<Integer> line = new ArrayDeque<>();
    for (StageChange change : newestFirst.reversed()) {
      if (change.to() != Stage.LIVE) {
        continue;
      }
      if (change.act() == StageAct.ROLLBACK && line.contains(change.version())) {
        while (line.peek() != change.version()) {
          line.pop();
        }
      } else {
        line.push(change.version());
      }
    }
    Integer live = line.poll();
    return live == null
        ? Optional.empty()
        : line.stream()
            .filter(version -> !version.equals(live) && usable.test(version))
            .findFirst();
  }
}
