package org.quittance.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quittance.models.Manifest;
import org.quittance.models.Manifest.Model;
import org.quittance.models.Manifest.Tier;

/**
 * Which of the everyday models the demo checks, so that it ends while one waits for it: of each
 * spec the quickest, and then the quickest of all, for as long as their registered times together
 * allow. The rest is for {@code make specs}.
 *
 * @param names of the models, in the order of the manifest
 * @param all how many everyday models there are
 */
record DemoModels(List<String> names, int all) {

    /** Seconds on one core. */
    static final double BUDGET = 200;

    DemoModels {
        names = List.copyOf(names);
    }

    static DemoModels of(Manifest manifest, double budget) {
        List<Model> everyday = manifest.modelsOf(Tier.EVERYDAY);
        List<Model> quickest = new ArrayList<>(everyday);
        quickest.sort(Comparator.comparingDouble(Model::seconds));
        Set<Model> chosen = new LinkedHashSet<>();
        Set<String> specs = new LinkedHashSet<>();
        quickest.stream().filter(model -> specs.add(model.spec())).forEach(chosen::add);
        double seconds = chosen.stream().mapToDouble(Model::seconds).sum();
        for (Model model : quickest) {
            if (!chosen.contains(model) && seconds + model.seconds() <= budget) {
                chosen.add(model);
                seconds += model.seconds();
            }
        }
        return new DemoModels(
                everyday.stream().filter(chosen::contains).map(Model::name).toList(),
                everyday.size());
    }

    boolean areAll() {
        return names.size() == all;
    }

    /** What the demo checks, in words. */
    String words() {
        return areAll() ? "all " + all + " everyday models"
                : names.size() + " of the " + all + " everyday models";
    }
}
