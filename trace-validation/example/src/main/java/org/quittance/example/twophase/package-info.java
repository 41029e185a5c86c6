/** Two-phase commit, with a log of its steps that is held against a spec in TLA+. */
package org.quittance.example.twophase;
