"""Discourse networks: who speaks of the same, agrees and disagrees, over time.

claims      the nouns: Claim, Coding
dna         a database of Discourse Network Analyzer ⇄ Coding
positions   a dossier → Coding
design      which network: Design
ties        claims → network, as a Matrix
windows     claims → networks over time
layout      a network → places to draw it at

Of a network:

backbone      the ties that are more than chance, the columns that cannot be missed
clusters      who belongs together; polarisation: in two camps, for and against
phases        which windows are alike
frequencies   how often each issue is spoken of, on which side; scaling: where it lies on one line
graphml, pictures   it as a file, or several in one picture

Whoever wants DataFrames or graphs of it needs the extra `networks`.
"""
