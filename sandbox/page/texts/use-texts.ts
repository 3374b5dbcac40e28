import { useStore } from '../state/store.ts';
import { en } from './en.ts';
import { type Texts, vi } from './vi.ts';

export const textsOf = (language: 'vi' | 'en'): Texts => (language === 'vi' ? vi : en);

export const useTexts = (): Texts => textsOf(useStore((state) => state.language));
