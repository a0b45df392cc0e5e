package io.shopkeeper.console.behaviour;

import io.shopkeeper.console.frame.Words;
import io.shopkeeper.prediction.boundary.behaviour.Behaviour;
import io.shopkeeper.prediction.boundary.behaviour.PathsView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The most frequent ways through sessions. */
@Named
@RequestScoped
public class PathsLook {

  /** Paths that are shown. */
  static final int MOST = 30;

  @Inject private Behaviour behaviour;
  @Inject private BehaviourPage page;
  @Inject private Words words;

  private PathsView view;

  /**
   * A path.
   *
   * @param more whether it may go on
   * @param width of its bar, from 0 to 100, of the most frequent one's
   */
  public record Line(List<String> steps, boolean more, long sessions, double share, double width) {}

  @PostConstruct
  void begin() {
    view = behaviour.paths(page.getQuery(), page.getAsk().depth(), MOST);
  }

  public PathsView getView() {
    return view;
  }

  public boolean isBlank() {
    return view.sessions() == 0;
  }

  public List<Line> getLines() {
    double most = view.paths().isEmpty() ? 1 : view.paths().getFirst().sessions();
    return view.paths().stream()
        .map(
            path ->
                new Line(
                    path.steps().stream().map(step -> words.of("did", step)).toList(),
                    path.more(),
                    path.sessions(),
                    path.share(),
                    100 * path.sessions() / most))
        .toList();
  }
}
