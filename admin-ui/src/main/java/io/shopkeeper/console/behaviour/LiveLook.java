package io.shopkeeper.console.behaviour;

import io.shopkeeper.console.frame.Titles;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.shop.Links;
import io.shopkeeper.prediction.boundary.behaviour.Behaviour;
import io.shopkeeper.prediction.boundary.behaviour.LiveView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens now. */
@Named
@RequestScoped
public class LiveLook {

  private static final int HEIGHT = 64;
  private static final int STEP = 10;

  @Inject private Behaviour behaviour;
  @Inject private BehaviourPage page;
  @Inject private Words words;
  @Inject private Titles titles;

  private LiveView view;

  /** Something that was done; no address without a product. */
  public record Line(Instant time, String did, String title, String url, String channel) {}

  /** A product and how often something was done with it. */
  public record Product(String title, String url, long acts) {}

  /** A type and how often. */
  public record Count(String name, long acts) {}

  /** A minute as a bar: x, y and height in a picture of 300 by 64. */
  public record Bar(int x, int y, int height) {}

  @PostConstruct
  void begin() {
    view = behaviour.live(page.getQuery());
    Set<String> ids =
        Stream.concat(
                view.acts().stream().map(LiveView.Act::productId),
                view.products().stream().map(LiveView.Product::id))
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet());
    titles.learn(ids);
  }

  public LiveView getView() {
    return view;
  }

  public boolean isBlank() {
    return view.all() == 0;
  }

  public List<Count> getCounts() {
    return view.counts().entrySet().stream()
        .map(entry -> new Count(words.of("event", entry.getKey()), entry.getValue()))
        .toList();
  }

  public List<Line> getLines() {
    return view.acts().stream()
        .map(
            act ->
                new Line(
                    act.time(),
                    words.of("did", act.type()),
                    act.productId().isEmpty() ? "" : titles.of(act.productId()),
                    act.productId().isEmpty() ? "" : Links.url("product", act.productId()),
                    words.of("shopChannel", act.channel())))
        .toList();
  }

  public List<Product> getProducts() {
    return view.products().stream()
        .map(one -> new Product(titles.of(one.id()), Links.url("product", one.id()), one.acts()))
        .toList();
  }

  /** Minute by minute. */
  public List<Bar> getBars() {
    long most = Math.max(1, view.minutes().stream().mapToLong(Long::longValue).max().orElse(1));
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < view.minutes().size(); i++) {
      int height = (int) Math.round((double) HEIGHT * view.minutes().get(i) / most);
      bars.add(new Bar(i * STEP, HEIGHT - height, height));
    }
    return bars;
  }
}
