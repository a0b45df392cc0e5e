package io.shopkeeper.console.behaviour;

import io.shopkeeper.console.chart.Funnel;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.prediction.boundary.behaviour.Behaviour;
import io.shopkeeper.prediction.boundary.behaviour.FunnelView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** How many get how far. */
@Named
@RequestScoped
public class FunnelLook {

  @Inject private Behaviour behaviour;
  @Inject private BehaviourPage page;
  @Inject private Words words;

  private FunnelView view;

  /**
   * Where most are lost.
   *
   * @param share of those who came to the step before, from 0 to 1
   */
  public record Loss(String from, String to, double share) {}

  @PostConstruct
  void begin() {
    BehaviourAsk ask = page.getAsk();
    view = behaviour.funnel(ask.query(), ask.steps(), ask.within());
  }

  public FunnelView getView() {
    return view;
  }

  /** Whether nobody took the first step. */
  public boolean isBlank() {
    return view.steps().getFirst().count() == 0;
  }

  public Funnel getChart() {
    var funnel = new Funnel();
    view.steps().forEach(step -> funnel.add(words.of("did", step.type()), step.count()));
    return funnel;
  }

  public long getFirst() {
    return view.steps().getFirst().count();
  }

  public long getLast() {
    return view.steps().getLast().count();
  }

  /** The step at which the greatest share is lost; null where nobody is. */
  public Loss getWorst() {
    Loss worst = null;
    List<FunnelView.Step> steps = view.steps();
    for (int i = 1; i < steps.size(); i++) {
      long before = steps.get(i - 1).count();
      double lost = before == 0 ? 0 : 1 - (double) steps.get(i).count() / before;
      if (lost > (worst == null ? 0 : worst.share())) {
        worst =
            new Loss(
                words.of("did", steps.get(i - 1).type()),
                words.of("did", steps.get(i).type()),
                lost);
      }
    }
    return worst;
  }
}
