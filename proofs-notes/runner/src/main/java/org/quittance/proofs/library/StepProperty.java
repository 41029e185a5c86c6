package org.quittance.proofs.library;

import org.quittance.proofs.text.Sexp;

/** What holds of every step of an action: of its parameters, and of the state before it. */
public record StepProperty(String name, String action, Sexp formula) {}
