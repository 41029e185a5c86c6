package org.quittance.proofs.library;

import org.quittance.proofs.text.Sexp;

/** A formula and its name. */
public record Named(String name, Sexp formula) {}
