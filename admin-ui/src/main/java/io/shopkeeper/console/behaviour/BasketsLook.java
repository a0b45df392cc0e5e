package io.shopkeeper.console.behaviour;

import io.shopkeeper.console.frame.Titles;
import io.shopkeeper.console.shop.Links;
import io.shopkeeper.prediction.boundary.behaviour.BasketsView;
import io.shopkeeper.prediction.boundary.behaviour.Behaviour;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is bought together. */
@Named
@RequestScoped
public class BasketsLook {

  @Inject private Behaviour behaviour;
  @Inject private BehaviourPage page;
  @Inject private Titles titles;

  private BasketsView view;

  /** A rule with the products' titles and addresses. */
  public record Line(
      String left, String leftUrl, String right, String rightUrl, BasketsView.Rule rule) {}

  @PostConstruct
  void begin() {
    BehaviourAsk ask = page.getAsk();
    view = behaviour.baskets(ask.query(), ask.supportShare(), ask.confidenceShare());
  }

  public BasketsView getView() {
    return view;
  }

  public boolean isBlank() {
    return view.orders() == 0;
  }

  public List<Line> getLines() {
    Set<String> ids =
        view.rules().stream()
            .flatMap(rule -> Stream.of(rule.left(), rule.right()))
            .collect(Collectors.toSet());
    titles.learn(ids);
    return view.rules().stream()
        .map(
            rule ->
                new Line(
                    titles.of(rule.left()),
                    Links.url("product", rule.left()),
                    titles.of(rule.right()),
                    Links.url("product", rule.right()),
                    rule))
        .toList();
  }
}
