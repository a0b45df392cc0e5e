package io.shopkeeper.console.find;

import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Rooms;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.ModelRegistry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Finds pages, models and jobs by what they are called in the reader's language. */
public final class WorkFinders {

  private static final int RECENT_JOBS = 200;

  private WorkFinders() {}

  private static boolean contains(String name, String text) {
    return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  /** The pages that this person may open. */
  @RequestScoped
  public static class OfPages implements Finder {

    @Inject private Rooms rooms;
    @Inject private Words words;

    @Override
    public String group() {
      return "pages";
    }

    @Override
    public int rank() {
      return 10;
    }

    @Override
    public List<Hit> find(String text, int limit) {
      return rooms.getAll().stream()
          .flatMap(room -> room.doors().stream())
          .map(door -> new Hit(words.words().getString(door.key()), "", door.page()))
          .filter(hit -> contains(hit.text(), text))
          .limit(limit)
          .toList();
    }
  }

  /** The versions of models. */
  @RequestScoped
  public static class OfModels implements Finder {

    @Inject private ModelRegistry registry;
    @Inject private Words words;

    @Override
    public String group() {
      return "models";
    }

    @Override
    public List<Hit> find(String text, int limit) {
      return registry.names().stream()
          .flatMap(name -> registry.versions(name).stream())
          .map(
              version ->
                  new Hit(
                      words.of("model", version.name()) + " v" + version.version(),
                      words.of("algorithm", version.algorithm())
                          + " · "
                          + words.of("stage", version.stage()),
                      "version?name=" + version.name() + "&version=" + version.version()))
          .filter(hit -> contains(hit.text() + " " + hit.detail(), text))
          .limit(limit)
          .toList();
    }
  }

  /** The latest jobs, by title or number. */
  @RequestScoped
  public static class OfJobs implements Finder {

    @Inject private Jobs jobs;
    @Inject private Words words;
    @Inject private Formats formats;

    @Override
    public String group() {
      return "jobs";
    }

    @Override
    public int rank() {
      return 60;
    }

    @Override
    public List<Hit> find(String text, int limit) {
      return jobs.recent(RECENT_JOBS).stream()
          .map(
              job ->
                  new Hit(
                      words.job(job),
                      "#"
                          + job.id()
                          + " · "
                          + words.of("job", job.state())
                          + " · "
                          + formats.ago(job.createdAt()),
                      "job?id=" + job.id()))
          .filter(hit -> contains(hit.text() + " " + hit.detail(), text))
          .limit(limit)
          .toList();
    }
  }
}
