package io.shopkeeper.platform.boundary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A kind of job that people and schedules may start by its name.
 *
 * @param kind such as {@code train-recommendation}
 * @param title what it does, in English; the console has words of its own
 * @param parameters what can be chosen
 */
public record JobOffer(String kind, String title, List<JobParameter> parameters) {

  public JobOffer {
    parameters = List.copyOf(parameters);
  }

  /**
   * The parameters with what was chosen, the usual value where nothing was.
   *
   * @throws InvalidInputException if something is chosen that is not offered
   */
  public Map<String, String> complete(Map<String, String> chosen) {
    var known = parameters.stream().map(JobParameter::name).collect(Collectors.toSet());
    chosen
        .keySet()
        .forEach(
            name -> {
              if (!known.contains(name)) {
                throw InvalidInputException.of(
                    "/parameters/" + name, "is not a parameter of " + kind + "; it has " + known);
              }
            });
    var complete = new LinkedHashMap<String, String>();
    for (JobParameter parameter : parameters) {
      String value = chosen.getOrDefault(parameter.name(), parameter.standard());
      if (!parameter.values().contains(value)) {
        throw InvalidInputException.of(
            "/parameters/" + parameter.name(),
            "must be one of " + String.join(", ", parameter.values()));
      }
      complete.put(parameter.name(), value);
    }
    return complete;
  }

  /** The title of a job with these parameters. */
  public String title(Map<String, String> chosen) {
    return chosen.isEmpty() ? title : title + ": " + String.join(", ", chosen.values());
  }
}
