"""Discourse networks: who speaks of the same, agrees and disagrees, over time.

claims      the nouns: Claim, Coding
dna         a database of Discourse Network Analyzer → Coding
positions   a dossier → Coding
design      which network: Design
ties        claims → network, as a Matrix
windows     claims → networks over time
layout      a network → places to draw it at

Whoever wants DataFrames or graphs of it needs the extra `networks`.
"""
